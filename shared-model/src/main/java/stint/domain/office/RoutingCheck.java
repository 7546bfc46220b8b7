package stint.domain.office;

import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Job;
import stint.domain.plan.Operation;
import stint.domain.plan.RoutingGraph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a graph lacks before it can be published: one DAG, no cycle, no operation on its own, every
 * operation with its name, process mode and station type. Pure.
 */
public final class RoutingCheck {

    private final RoutingGraph graph;
    private final List<PlanRefusal> wrong = new ArrayList<>();
    private final Map<Integer, Operation> operations = new TreeMap<>();

    private RoutingCheck(RoutingGraph graph) {
        this.graph = graph;
    }

    /** All that is wrong, operations first; empty when it may be published. */
    public static List<PlanRefusal> check(RoutingGraph graph) {
        RoutingCheck check = new RoutingCheck(graph);
        check.run();
        return List.copyOf(check.wrong);
    }

    private void run() {
        if (graph.operations().isEmpty()) {
            add(Code.ROUTING_EMPTY);
        }
        graph.operations().forEach(this::check);
        boolean edgesFit = true;
        for (Job.Edge edge : graph.edges()) {
            if (!operations.containsKey(edge.before()) || !operations.containsKey(edge.after())) {
                add(Code.EDGE_NOWHERE, edge.before(), edge.after());
                edgesFit = false;
            }
        }
        if (edgesFit && !operations.isEmpty()) {
            checkCycle();
            checkConnected();
        }
    }

    private void check(Operation operation) {
        int number = operation.sequence();
        if (number < 1 || operations.put(number, operation) != null) {
            add(Code.OPERATION_NUMBER, number);
        }
        if (operation.name().isBlank()) {
            add(Code.OPERATION_NAME, number);
        }
        if (operation.mode() == null) {
            add(Code.OPERATION_MODE, number);
        }
        String stationType = operation.stationType();
        if (stationType == null || stationType.isBlank()) {
            add(Code.OPERATION_STATION, number);
        }
        if (operation.minutes() < 0 || operation.minutes() > 100_000) {
            add(Code.OPERATION_MINUTES, number);
        }
    }

    private void add(Code code, Object... args) {
        wrong.add(PlanRefusal.of(code, "routing", args));
    }

    /**
     * Takes away what nothing comes before, again and again; what is left goes round in circles.
     */
    private void checkCycle() {
        Map<Integer, SortedSet<Integer>> before = new HashMap<>();
        operations.keySet().forEach(number -> before.put(number, new TreeSet<>()));
        graph.edges().forEach(edge -> at(before, edge.after()).add(edge.before()));
        Deque<Integer> free = new ArrayDeque<>();
        before.forEach((number, earlier) -> {
            if (earlier.isEmpty()) {
                free.add(number);
            }
        });
        while (!free.isEmpty()) {
            int taken = free.remove();
            before.remove(taken);
            before.forEach((number, earlier) -> {
                if (earlier.remove(taken) && earlier.isEmpty()) {
                    free.add(number);
                }
            });
        }
        if (!before.isEmpty()) {
            add(Code.ROUTING_CYCLE, circle(before));
        }
    }

    /** Walks backwards from somewhere until a number comes again. */
    private static String circle(Map<Integer, SortedSet<Integer>> before) {
        List<Integer> walk = new ArrayList<>();
        int at = before.keySet().stream().min(Integer::compare).orElseThrow();
        while (!walk.contains(at)) {
            walk.addFirst(at);
            at = at(before, at).first();
        }
        List<Integer> circle = new ArrayList<>(walk.subList(0, walk.indexOf(at) + 1));
        circle.addFirst(at);
        return String.join(" → ", circle.stream().map(String::valueOf).toList());
    }

    private static SortedSet<Integer> at(Map<Integer, SortedSet<Integer>> before, int number) {
        return before.computeIfAbsent(number, any -> new TreeSet<>());
    }

    private void checkConnected() {
        SortedSet<Integer> touched = new TreeSet<>();
        graph.edges()
                .forEach(edge -> {
                    touched.add(edge.before());
                    touched.add(edge.after());
                });
        if (operations.size() > 1) {
            operations.keySet().stream()
                    .filter(number -> !touched.contains(number))
                    .forEach(number -> add(Code.OPERATION_ORPHAN, number));
        }
        if (!touched.isEmpty() && !reached(touched.first()).containsAll(touched)) {
            add(Code.ROUTING_SPLIT);
        }
    }

    private SortedSet<Integer> reached(int from) {
        SortedSet<Integer> reached = new TreeSet<>(List.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Job.Edge edge : graph.edges()) {
                if (reached.contains(edge.before()) || reached.contains(edge.after())) {
                    grown |= reached.add(edge.before());
                    grown |= reached.add(edge.after());
                }
            }
        }
        return reached;
    }
}
