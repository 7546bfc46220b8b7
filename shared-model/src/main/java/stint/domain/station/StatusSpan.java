package stint.domain.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationStatus;

import java.time.Instant;

/**
 * A line of a station session's timeline (ST-3).
 *
 * @param reason a managed reason's code, where one was given
 * @param note in the operator's words; {@link StationSession#AUTO_ABANDON} where the terminal was
 *     gone
 * @param from since when
 * @param to until when, not before {@code from}; absent while it lasts
 */
public record StatusSpan(
        StationStatus status,
        @Nullable String reason,
        @Nullable String note,
        Instant from,
        @Nullable Instant to) {

    /** The same, until then; not before it began, whatever the clocks say. */
    StatusSpan until(Instant end) {
        return new StatusSpan(status, reason, note, from, end.isBefore(from) ? from : end);
    }
}
