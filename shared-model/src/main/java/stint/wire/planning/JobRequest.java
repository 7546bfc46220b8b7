package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Create and start an atelier job (DP-1).
 *
 * @param name what people will call it
 * @param quantity pieces
 * @param routing the graph; absent for the product's own
 * @param order a manufacturing order it is for
 * @param due when it is due
 * @param product what is made
 * @param request names the request: sent twice, it makes one job
 */
public record JobRequest(
        String name,
        int quantity,
        @Nullable String routing,
        @Nullable String order,
        @Nullable LocalDate due,
        @Nullable String product,
        @Nullable String request) {

    /** What is missing is empty. */
    public JobRequest {
        name = name == null ? "" : name;
    }
}
