package stint.station.desk.graph;

import stint.domain.plan.Job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the boxes and the arrows of a graph are, in pixels from the side where reading begins. An
 * arrow never runs through a box. Pure.
 *
 * @param boxes by operation
 * @param arrows one for each pair of operations that are joined
 * @param width of all
 * @param height of all
 */
public record GraphLayout(
        Map<Integer, Spot> boxes, List<Arrow> arrows, double width, double height) {

    /** Room that an arrow takes where it passes a box (pixels). */
    private static final double PASSING = 10;

    /** How strongly a passing arrow is kept straight, against a box that would be in the middle. */
    private static final double STRAIGHT = 4;

    private static final int ROUNDS = 6;

    /**
     * The size of things (pixels).
     *
     * @param boxWidth of a box
     * @param boxHeight of a box
     * @param across between columns, where arrows bend
     * @param down between boxes of a column
     */
    public record Size(double boxWidth, double boxHeight, double across, double down) {}

    /**
     * The upper corner of a box, on the side where reading begins.
     *
     * @param column from 0
     * @param row from 0, boxes only
     */
    public record Spot(int column, int row, double x, double y) {}

    /**
     * An arrow: a bend, a straight line past a column, a bend, and so on.
     *
     * @param backward whether it leads back, so that its head is where its line begins
     * @param points where bends and lines meet
     */
    public record Arrow(Job.Edge edge, boolean backward, List<Point> points) {}

    /** A point (pixels). */
    public record Point(double x, double y) {}

    /** Copies what it is made of. */
    public GraphLayout {
        boxes = Map.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /** The boxes of a column from top to bottom as they stand in the list. */
    public static GraphLayout drawn(List<Integer> numbers, List<Job.Edge> edges, Size size) {
        return new Placing(Columns.drawn(numbers, edges), size).layout();
    }

    /** The boxes of a column in an order that lets arrows cross seldom. */
    public static GraphLayout sorted(List<Integer> numbers, List<Job.Edge> edges, Size size) {
        return new Placing(Columns.sorted(numbers, edges), size).layout();
    }

    /** All operations in such an order, column by column: {@link #drawn} then shows them so. */
    public static List<Integer> order(List<Integer> numbers, List<Job.Edge> edges) {
        return Columns.sorted(numbers, edges).columns().stream()
                .flatMap(List::stream)
                .filter(place -> place > 0)
                .toList();
    }

    private static final class Placing {

        private final Columns columns;
        private final Size size;
        private final Map<Integer, Double> middles = new HashMap<>();
        private final Map<Integer, Integer> depths = new HashMap<>();

        Placing(Columns columns, Size size) {
            this.columns = columns;
            this.size = size;
            List<List<Integer>> all = columns.columns();
            for (int depth = 0; depth < all.size(); depth++) {
                for (int place : all.get(depth)) {
                    depths.put(place, depth);
                    middles.put(place, 0.0);
                }
                settle(all.get(depth));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int step = 0; step < all.size(); step++) {
                    boolean onwards = round % 2 == 0;
                    List<Integer> column = all.get(onwards ? step : all.size() - 1 - step);
                    for (int place : column) {
                        wish(place, onwards ? columns.earlier(place) : columns.later(place));
                    }
                    settle(column);
                }
            }
        }

        private void wish(int place, List<Integer> joined) {
            joined.stream()
                    .mapToDouble(this::middle)
                    .average()
                    .ifPresent(y -> middles.put(place, y));
        }

        private double middle(int place) {
            return middles.getOrDefault(place, 0.0);
        }

        private double height(int place) {
            return place > 0 ? size.boxHeight() : PASSING;
        }

        /** Keeps the order and the gaps, and each as near to its wish as all together can be. */
        private void settle(List<Integer> column) {
            List<double[]> blocks = new ArrayList<>(); // wish, weight, members
            List<Double> offsets = new ArrayList<>();
            double offset = 0;
            for (int row = 0; row < column.size(); row++) {
                int place = column.get(row);
                if (row > 0) {
                    offset += (height(column.get(row - 1)) + height(place)) / 2 + size.down();
                }
                offsets.add(offset);
                double weight = place > 0 ? 1 : STRAIGHT;
                blocks.add(new double[] {middle(place) - offset, weight, 1});
                while (blocks.size() > 1
                        && blocks.get(blocks.size() - 2)[0] > blocks.getLast()[0]) {
                    double[] lower = blocks.removeLast();
                    double[] upper = blocks.removeLast();
                    double sum = upper[1] + lower[1];
                    blocks.add(
                            new double[] {
                                (upper[0] * upper[1] + lower[0] * lower[1]) / sum,
                                sum,
                                upper[2] + lower[2]
                            });
                }
            }
            int row = 0;
            for (double[] block : blocks) {
                for (int member = 0; member < block[2]; member++, row++) {
                    middles.put(column.get(row), block[0] + offsets.get(row));
                }
            }
        }

        GraphLayout layout() {
            double top = Double.MAX_VALUE;
            double bottom = 0;
            for (int place : middles.keySet()) {
                top = Math.min(top, middle(place) - height(place) / 2);
            }
            Map<Integer, Spot> boxes = new HashMap<>();
            for (List<Integer> column : columns.columns()) {
                int row = 0;
                for (int place : column) {
                    middles.put(place, middle(place) - top);
                    bottom = Math.max(bottom, middle(place) + height(place) / 2);
                    if (place > 0) {
                        double y = middle(place) - size.boxHeight() / 2;
                        boxes.put(place, new Spot(depth(place), row, x(place), y));
                        row++;
                    }
                }
            }
            int count = columns.columns().size();
            double width = count == 0 ? 0 : count * (size.boxWidth() + size.across());
            return new GraphLayout(
                    boxes,
                    columns.runs().stream().map(this::arrow).toList(),
                    Math.max(0, width - size.across()),
                    bottom);
        }

        private int depth(int place) {
            return depths.getOrDefault(place, 0);
        }

        private double x(int place) {
            return depth(place) * (size.boxWidth() + size.across());
        }

        private Arrow arrow(Columns.Run run) {
            List<Point> points = new ArrayList<>();
            for (int stop : run.stops()) {
                if (stop != run.stops().getFirst()) {
                    points.add(new Point(x(stop), middle(stop)));
                }
                if (stop != run.stops().getLast()) {
                    points.add(new Point(x(stop) + size.boxWidth(), middle(stop)));
                }
            }
            return new Arrow(run.edge(), run.turned(), List.copyOf(points));
        }
    }
}
