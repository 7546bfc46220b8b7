package stint.domain.plan;

import java.util.List;

/**
 * The operations by which something is made, and which come before which: a DAG, once it is
 * published (DOMAIN §2).
 *
 * @param code names it through all its versions
 * @param name what people call it
 * @param operations in the order they were drawn
 * @param edges which operation must come before which; by sequence number
 */
public record RoutingGraph(
        String code, String name, List<Operation> operations, List<Job.Edge> edges) {

    /** More operations than this are a mistake, not a product. */
    public static final int OPERATIONS_MAX = 200;

    /** Copies the lists. */
    public RoutingGraph {
        operations = List.copyOf(operations);
        edges = List.copyOf(edges);
    }
}
