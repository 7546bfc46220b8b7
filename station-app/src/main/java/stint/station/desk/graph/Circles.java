package stint.station.desk.graph;

import stint.domain.plan.Job;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the arrows without which a graph has no circle. Pure. */
final class Circles {

    private final List<Job.Edge> edges;
    private final Set<Job.Edge> turned = new LinkedHashSet<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Set<Integer> under = new HashSet<>();

    Circles(List<Integer> numbers, List<Job.Edge> edges) {
        this.edges = edges;
        numbers.stream()
                .filter(number -> edges.stream().noneMatch(edge -> edge.after() == number))
                .forEach(this::walk);
        numbers.forEach(this::walk);
    }

    /** Those arrows. */
    Set<Job.Edge> turned() {
        return turned;
    }

    private void walk(int number) {
        if (!seen.add(number)) {
            return;
        }
        under.add(number);
        for (Job.Edge edge : edges) {
            if (edge.before() == number) {
                if (under.contains(edge.after())) {
                    turned.add(edge);
                } else {
                    walk(edge.after());
                }
            }
        }
        under.remove(number);
    }
}
