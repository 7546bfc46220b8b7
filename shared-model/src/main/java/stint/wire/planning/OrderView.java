package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A manufacturing order and where it is (DP-2).
 *
 * @param code its code
 * @param line {@code oem} or {@code atelier}
 * @param customer who ordered
 * @param product its code
 * @param quantity pieces
 * @param routing the graph
 * @param routingVersion its version
 * @param scheduledStart production starts no earlier
 * @param scheduledEnd production is to be over
 * @param due when the customer expects it
 * @param status {@code planned}, {@code scheduled}, {@code in_progress}, {@code done} or {@code
 *     cancelled}
 * @param ticket its job
 * @param late due before today, and not over
 * @param good pieces made
 * @param progress 0 to 1
 * @param reason why it was cancelled
 * @param version the version that holds
 * @param since when that was made so
 * @param by who did it
 */
public record OrderView(
        String code,
        String line,
        @Nullable String customer,
        @Nullable String product,
        int quantity,
        @Nullable String routing,
        @Nullable Integer routingVersion,
        @Nullable LocalDate scheduledStart,
        @Nullable LocalDate scheduledEnd,
        @Nullable LocalDate due,
        String status,
        @Nullable String ticket,
        boolean late,
        long good,
        double progress,
        @Nullable String reason,
        String version,
        Instant since,
        @Nullable String by) {}
