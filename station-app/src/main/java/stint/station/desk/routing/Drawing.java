package stint.station.desk.routing;

import stint.domain.plan.Job;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;
import stint.station.desk.graph.GraphLayout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What can be done to a graph while it is drawn: each makes another graph. Pure. */
final class Drawing {

    /** How big things are drawn (pixels). */
    static final GraphLayout.Size SIZE = new GraphLayout.Size(196, 78, 56, 18);

    private Drawing() {}

    static RoutingGraph graph(
            RoutingGraph graph, List<Operation> operations, List<Job.Edge> edges) {
        return new RoutingGraph(graph.code(), graph.name(), operations, edges);
    }

    static GraphLayout layout(RoutingGraph graph) {
        return GraphLayout.drawn(numbers(graph), graph.edges(), SIZE);
    }

    private static List<Integer> numbers(RoutingGraph graph) {
        return graph.operations().stream().map(Operation::sequence).toList();
    }

    static Optional<Operation> find(RoutingGraph graph, int number) {
        return graph.operations().stream()
                .filter(operation -> operation.sequence() == number)
                .findFirst();
    }

    /** The number that a new operation gets. */
    static int next(RoutingGraph graph) {
        return graph.operations().stream().mapToInt(Operation::sequence).max().orElse(0) + 1;
    }

    /** A new operation after another one, made at the same kind of station; 0 for after none. */
    static RoutingGraph add(RoutingGraph graph, int after) {
        Operation before =
                find(graph, after)
                        .orElse(graph.operations().isEmpty() ? null : graph.operations().getLast());
        List<Operation> operations = new ArrayList<>(graph.operations());
        int number = next(graph);
        operations.add(
                new Operation(
                        number,
                        "",
                        before == null ? ProcessMode.PIECE : before.mode(),
                        before == null ? null : before.stationType(),
                        null,
                        0));
        List<Job.Edge> edges = new ArrayList<>(graph.edges());
        if (find(graph, after).isPresent()) {
            edges.add(new Job.Edge(after, number));
        }
        return graph(graph, operations, edges);
    }

    /** A new operation in the middle of an arrow. */
    static RoutingGraph split(RoutingGraph graph, Job.Edge edge) {
        RoutingGraph added = add(graph, edge.before());
        List<Job.Edge> edges = new ArrayList<>(added.edges());
        edges.remove(edge);
        edges.add(new Job.Edge(next(graph), edge.after()));
        return graph(graph, added.operations(), edges);
    }

    /** Without an operation; what came before it comes before what followed it. */
    static RoutingGraph remove(RoutingGraph graph, int number) {
        List<Job.Edge> edges =
                new ArrayList<>(
                        graph.edges().stream()
                                .filter(edge -> edge.before() != number && edge.after() != number)
                                .toList());
        for (int before : before(graph, number)) {
            for (int after : after(graph, number)) {
                Job.Edge healed = new Job.Edge(before, after);
                if (before != after && !edges.contains(healed)) {
                    edges.add(healed);
                }
            }
        }
        return graph(
                graph,
                graph.operations().stream()
                        .filter(operation -> operation.sequence() != number)
                        .toList(),
                edges);
    }

    /** With an arrow, or without it where it was there; none leads from an operation to itself. */
    static RoutingGraph join(RoutingGraph graph, int before, int after) {
        if (before == after) {
            return graph;
        }
        List<Job.Edge> edges = new ArrayList<>(graph.edges());
        Job.Edge edge = new Job.Edge(before, after);
        if (!edges.remove(edge)) {
            edges.add(edge);
        }
        return graph(graph, graph.operations(), edges);
    }

    /** With an operation as it is now. */
    static RoutingGraph change(RoutingGraph graph, Operation changed) {
        return graph(
                graph,
                graph.operations().stream()
                        .map(each -> each.sequence() == changed.sequence() ? changed : each)
                        .toList(),
                graph.edges());
    }

    static List<Integer> before(RoutingGraph graph, int number) {
        return graph.edges().stream()
                .filter(edge -> edge.after() == number)
                .map(Job.Edge::before)
                .toList();
    }

    static List<Integer> after(RoutingGraph graph, int number) {
        return graph.edges().stream()
                .filter(edge -> edge.before() == number)
                .map(Job.Edge::after)
                .toList();
    }

    /** An operation in another row of its column: the list keeps what was moved. */
    static RoutingGraph move(RoutingGraph graph, int number, int row) {
        GraphLayout layout = layout(graph);
        GraphLayout.Spot spot = layout.boxes().get(number);
        if (spot == null) {
            return graph;
        }
        List<Integer> column =
                new ArrayList<>(
                        layout.boxes().entrySet().stream()
                                .filter(each -> each.getValue().column() == spot.column())
                                .sorted(Comparator.comparingInt(each -> each.getValue().row()))
                                .map(Map.Entry::getKey)
                                .toList());
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < graph.operations().size(); at++) {
            if (column.contains(graph.operations().get(at).sequence())) {
                places.add(at);
            }
        }
        column.removeIf(each -> each == number);
        column.add(Math.clamp(row, 0, column.size()), number);
        List<Operation> operations = new ArrayList<>(graph.operations());
        for (int at = 0; at < column.size(); at++) {
            operations.set(places.get(at), find(graph, column.get(at)).orElseThrow());
        }
        return graph(graph, operations, graph.edges());
    }

    /**
     * In order from the beginning to the end with few crossings, and numbered so.
     *
     * @param numbers gets the new number of each old one
     */
    static RoutingGraph arrange(RoutingGraph graph, Map<Integer, Integer> numbers) {
        List<Integer> order = GraphLayout.order(numbers(graph), graph.edges());
        if (order.size() != graph.operations().size()) {
            return graph; // A number stands twice; that is said, and cannot be put in order.
        }
        Map<Integer, Integer> given = new HashMap<>();
        order.forEach(number -> given.put(number, given.size() + 1));
        numbers.putAll(given);
        List<Operation> operations =
                order.stream().map(number -> numbered(graph, number, given)).toList();
        List<Job.Edge> edges =
                graph.edges().stream()
                        .map(edge ->
                                new Job.Edge(
                                        Objects.requireNonNullElse(given.get(edge.before()), 0),
                                        Objects.requireNonNullElse(given.get(edge.after()), 0)))
                        .toList();
        return graph(graph, operations, edges);
    }

    private static Operation numbered(RoutingGraph graph, int number, Map<Integer, Integer> given) {
        Operation old = find(graph, number).orElseThrow();
        return new Operation(
                Objects.requireNonNullElse(given.get(number), number),
                old.name(),
                old.mode(),
                old.stationType(),
                old.skill(),
                old.minutes());
    }
}
