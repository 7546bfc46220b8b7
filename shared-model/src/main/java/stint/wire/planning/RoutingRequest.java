package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A routing as it is drawn.
 *
 * @param name what people call it
 * @param operations in the order they were drawn
 * @param edges pairs of numbers: the first before the second
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record RoutingRequest(
        String name,
        List<OperationView> operations,
        List<List<Integer>> edges,
        @Nullable String seen) {

    /** What is missing is empty. */
    public RoutingRequest {
        name = name == null ? "" : name;
        operations = operations == null ? List.of() : List.copyOf(operations);
        edges = edges == null ? List.of() : List.copyOf(edges);
    }
}
