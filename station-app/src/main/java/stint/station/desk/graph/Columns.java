package stint.station.desk.graph;

import stint.domain.plan.Job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns of a graph: each operation stands right of all that come before it, and an arrow that
 * passes a column has a place of its own there. Places are named by their operation's number, those
 * of passing arrows by numbers below 0. An arrow that would go back, in a circle, is turned. Pure.
 */
final class Columns {

    private static final int ROUNDS = 8;

    /**
     * An arrow.
     *
     * @param edge as it was drawn
     * @param turned whether it goes back
     * @param stops the places it runs through, from the beginning of the drawing
     */
    record Run(Job.Edge edge, boolean turned, List<Integer> stops) {}

    private final List<Run> runs = new ArrayList<>();
    private final Map<Integer, List<Integer>> columns = new TreeMap<>();
    private final Map<Integer, List<Integer>> earlier = new HashMap<>();
    private final Map<Integer, List<Integer>> later = new HashMap<>();

    private Columns(List<Integer> numbers, List<Job.Edge> edges) {
        Set<Job.Edge> turned = new Circles(numbers, edges).turned();
        List<Job.Edge> forward =
                edges.stream().map(edge -> turned.contains(edge) ? turn(edge) : edge).toList();
        Map<Integer, Integer> depths = depths(numbers, forward);
        numbers.forEach(number -> column(depths.getOrDefault(number, 0)).add(number));
        int passing = 0;
        for (int at = 0; at < edges.size(); at++) {
            Job.Edge run = forward.get(at);
            List<Integer> stops = new ArrayList<>(List.of(run.before()));
            int last = depths.getOrDefault(run.after(), 0);
            for (int depth = depths.getOrDefault(run.before(), 0) + 1; depth < last; depth++) {
                passing--;
                stops.add(passing);
                column(depth).add(passing);
            }
            stops.add(run.after());
            for (int stop = 1; stop < stops.size(); stop++) {
                link(stops.get(stop - 1), stops.get(stop));
            }
            runs.add(new Run(edges.get(at), turned.contains(edges.get(at)), List.copyOf(stops)));
        }
    }

    /** As the operations stand in the list, from top to bottom; passing arrows where they fit. */
    static Columns drawn(List<Integer> numbers, List<Job.Edge> edges) {
        Columns columns = new Columns(distinct(numbers), real(numbers, edges));
        columns.insertPassing();
        return columns;
    }

    /** With as few crossings as a few rounds of sorting find. */
    static Columns sorted(List<Integer> numbers, List<Job.Edge> edges) {
        Columns columns = drawn(numbers, edges);
        columns.sort();
        return columns;
    }

    private static List<Integer> distinct(List<Integer> numbers) {
        return numbers.stream().distinct().toList();
    }

    private static List<Job.Edge> real(List<Integer> numbers, List<Job.Edge> edges) {
        Set<Integer> known = new HashSet<>(numbers);
        return edges.stream()
                .filter(edge -> edge.before() != edge.after())
                .filter(edge -> known.contains(edge.before()) && known.contains(edge.after()))
                .distinct()
                .toList();
    }

    private static Job.Edge turn(Job.Edge edge) {
        return new Job.Edge(/* before= */ edge.after(), /* after= */ edge.before());
    }

    /** One more than the farthest before it; what only begins stands close to what it leads to. */
    private static Map<Integer, Integer> depths(List<Integer> numbers, List<Job.Edge> forward) {
        Map<Integer, Integer> depths = new LinkedHashMap<>();
        numbers.forEach(number -> depths.put(number, 0));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Job.Edge edge : forward) {
                int wanted = depths.getOrDefault(edge.before(), 0) + 1;
                if (depths.getOrDefault(edge.after(), 0) < wanted) {
                    depths.put(edge.after(), wanted);
                    moved = true;
                }
            }
        }
        for (int number : numbers) {
            if (forward.stream().noneMatch(edge -> edge.after() == number)) {
                forward.stream()
                        .filter(edge -> edge.before() == number)
                        .mapToInt(edge -> depths.getOrDefault(edge.after(), 0) - 1)
                        .min()
                        .ifPresent(depth -> depths.put(number, depth));
            }
        }
        return depths;
    }

    private List<Integer> column(int depth) {
        return columns.computeIfAbsent(depth, any -> new ArrayList<>());
    }

    private void link(int from, int to) {
        later.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
        earlier.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
    }

    /** The places of each column from top to bottom. */
    List<List<Integer>> columns() {
        return List.copyOf(columns.values());
    }

    /** The arrows. */
    List<Run> runs() {
        return runs;
    }

    /** The places in the column before that lead to one. */
    List<Integer> earlier(int place) {
        return earlier.getOrDefault(place, List.of());
    }

    /** The places in the next column that one leads to. */
    List<Integer> later(int place) {
        return later.getOrDefault(place, List.of());
    }

    private void insertPassing() {
        List<Integer> before = List.of();
        for (List<Integer> column : columns.values()) {
            List<Integer> order =
                    new ArrayList<>(column.stream().filter(each -> each > 0).toList());
            List<Integer> known = before;
            column.stream()
                    .filter(each -> each < 0)
                    .sorted(
                            Comparator.comparingInt(
                                    each -> known.indexOf(earlier(each).getFirst())))
                    .forEach(each -> order.add(bestRow(known, order, each), each));
            column.clear();
            column.addAll(order);
            before = column;
        }
    }

    private int bestRow(List<Integer> before, List<Integer> order, int place) {
        int best = 0;
        int fewest = Integer.MAX_VALUE;
        for (int row = 0; row <= order.size(); row++) {
            List<Integer> tried = new ArrayList<>(order);
            tried.add(row, place);
            int crossings = crossings(before, tried);
            if (crossings <= fewest) {
                fewest = crossings;
                best = row;
            }
        }
        return best;
    }

    private int crossings(List<Integer> before, List<Integer> after) {
        List<int[]> lines = new ArrayList<>();
        for (int row = 0; row < after.size(); row++) {
            for (int from : earlier(after.get(row))) {
                lines.add(new int[] {before.indexOf(from), row});
            }
        }
        int crossings = 0;
        for (int one = 0; one < lines.size(); one++) {
            for (int other = one + 1; other < lines.size(); other++) {
                int[] a = lines.get(one);
                int[] b = lines.get(other);
                crossings += (a[0] - b[0]) * (a[1] - b[1]) < 0 ? 1 : 0;
            }
        }
        return crossings;
    }

    /** How often arrows cross. */
    int crossings() {
        List<List<Integer>> all = columns();
        int crossings = 0;
        for (int depth = 1; depth < all.size(); depth++) {
            crossings += crossings(all.get(depth - 1), all.get(depth));
        }
        return crossings;
    }

    private void sort() {
        List<List<Integer>> best = columns().stream().map(List::copyOf).toList();
        int fewest = crossings();
        for (int round = 0; round < ROUNDS && fewest > 0; round++) {
            List<List<Integer>> all = columns();
            for (int step = 1; step < all.size(); step++) {
                boolean onwards = round % 2 == 0;
                int depth = onwards ? step : all.size() - 1 - step;
                sort(all.get(depth), all.get(onwards ? depth - 1 : depth + 1), onwards);
            }
            int crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = columns().stream().map(List::copyOf).toList();
            }
        }
        List<List<Integer>> all = columns();
        for (int depth = 0; depth < all.size(); depth++) {
            all.get(depth).clear();
            all.get(depth).addAll(best.get(depth));
        }
    }

    /** By the middle of what each is joined to in the column beside it. */
    private void sort(List<Integer> column, List<Integer> beside, boolean onwards) {
        Map<Integer, Double> middles = new HashMap<>();
        for (int place : column) {
            List<Integer> joined = onwards ? earlier(place) : later(place);
            middles.put(
                    place,
                    joined.stream()
                            .mapToInt(beside::indexOf)
                            .average()
                            .orElse(column.indexOf(place)));
        }
        column.sort(Comparator.comparing(place -> middles.getOrDefault(place, 0.0)));
    }
}
