package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A job.
 *
 * @param ticket its code
 * @param name what people call it
 * @param line {@code atelier} or {@code oem}
 * @param order the manufacturing order's code
 * @param product its code
 * @param quantity pieces
 * @param due when it is due
 * @param late due before today, and not over
 * @param status {@code pending}, {@code in_progress}, {@code done} or {@code cancelled}
 * @param good pieces out of its last operations
 * @param progress of all its operations, 0 to 1
 * @param version the version that holds
 * @param since when it was released, or last changed
 */
public record JobView(
        String ticket,
        String name,
        String line,
        @Nullable String order,
        @Nullable String product,
        int quantity,
        @Nullable LocalDate due,
        boolean late,
        String status,
        long good,
        double progress,
        String version,
        Instant since) {}
