package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Promise an order's dates (DP-2).
 *
 * @param scheduledStart absent for the one planned
 * @param scheduledEnd absent for the one planned
 * @param seen the version that whoever asks had before them; absent for whatever is there
 */
public record ScheduleRequest(
        @Nullable LocalDate scheduledStart,
        @Nullable LocalDate scheduledEnd,
        @Nullable String seen) {}
