package stint.wire.planning;

import java.util.List;

/**
 * A routing graph.
 *
 * @param name what people call it
 * @param operations in the order they were drawn
 * @param edges pairs of numbers: the first before the second
 */
public record GraphView(String name, List<OperationView> operations, List<List<Integer>> edges) {

    /** Copies the lists. */
    public GraphView {
        operations = List.copyOf(operations);
        edges = List.copyOf(edges);
    }
}
