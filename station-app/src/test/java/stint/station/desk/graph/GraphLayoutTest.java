package stint.station.desk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import stint.domain.plan.Job.Edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class GraphLayoutTest {

    private static final GraphLayout.Size SIZE = new GraphLayout.Size(200, 80, 40, 10);

    private static int column(GraphLayout layout, int number) {
        return layout.boxes().get(number).column();
    }

    @Test
    void eachOperationStandsRightOfAllThatComeBeforeIt() {
        GraphLayout layout =
                GraphLayout.drawn(
                        List.of(1, 2, 3, 4),
                        List.of(new Edge(1, 2), new Edge(2, 3), new Edge(1, 3), new Edge(4, 3)),
                        SIZE);

        assertThat(column(layout, 1)).isZero();
        assertThat(column(layout, 2)).isEqualTo(1);
        assertThat(column(layout, 3)).isEqualTo(2);
        assertThat(column(layout, 4)).as("a beginning stands close to what follows").isEqualTo(1);
        assertThat(layout.width()).isEqualTo(3 * 200 + 2 * 40);
    }

    @Test
    void aCircleIsDrawnWithAnArrowThatLeadsBack() {
        GraphLayout layout =
                GraphLayout.drawn(
                        List.of(1, 2, 3),
                        List.of(new Edge(1, 2), new Edge(2, 3), new Edge(3, 2)),
                        SIZE);

        assertThat(layout.arrows())
                .filteredOn(GraphLayout.Arrow::backward)
                .extracting(GraphLayout.Arrow::edge)
                .containsExactly(new Edge(3, 2));
    }

    @Test
    void nothingAndWhatLeadsNowhereAreDrawnToo() {
        assertThat(GraphLayout.drawn(List.of(), List.of(), SIZE).height()).isZero();
        GraphLayout one =
                GraphLayout.drawn(List.of(7), List.of(new Edge(7, 8), new Edge(7, 7)), SIZE);
        assertThat(one.arrows()).isEmpty();
        assertThat(one.height()).isEqualTo(80);
    }

    @Test
    void sortingTakesACrossingOut() {
        List<Edge> crossed =
                List.of(new Edge(1, 3), new Edge(1, 4), new Edge(2, 5), new Edge(2, 6));
        List<Integer> wrong = List.of(1, 2, 5, 3, 6, 4);

        assertThat(Columns.drawn(wrong, crossed).crossings()).isPositive();
        List<Integer> sorted = GraphLayout.order(wrong, crossed);
        assertThat(Columns.drawn(sorted, crossed).crossings()).isZero();
    }

    @RepeatedTest(40)
    void noBoxLiesUponAnotherAndNoArrowRunsThroughABox(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Integer> numbers = IntStream.rangeClosed(1, 25).boxed().toList();
        List<Edge> edges = new ArrayList<>();
        for (int number = 2; number <= 25; number++) {
            edges.add(new Edge(1 + random.nextInt(number - 1), number));
            edges.add(new Edge(1 + random.nextInt(number - 1), number));
        }

        for (GraphLayout layout :
                List.of(
                        GraphLayout.drawn(numbers, edges, SIZE),
                        GraphLayout.sorted(numbers, edges, SIZE))) {
            assertThat(layout.boxes()).hasSize(25);
            for (int one : numbers) {
                for (int other : numbers) {
                    GraphLayout.Spot a = layout.boxes().get(one);
                    GraphLayout.Spot b = layout.boxes().get(other);
                    if (one != other && a.column() == b.column()) {
                        assertThat(Math.abs(a.y() - b.y())).isGreaterThan(89.9);
                    }
                }
            }
            layout.arrows().forEach(arrow -> runsFree(layout, arrow));
        }
    }

    /** Where an arrow passes a column it runs level; all bends are between columns. */
    private static void runsFree(GraphLayout layout, GraphLayout.Arrow arrow) {
        for (int at = 2; at < arrow.points().size(); at += 2) {
            GraphLayout.Point from = arrow.points().get(at - 1);
            GraphLayout.Point to = arrow.points().get(at);
            assertThat(to.y()).isEqualTo(from.y());
            layout.boxes().values().stream()
                    .filter(box -> box.x() == from.x())
                    .forEach(box ->
                            assertThat(from.y() <= box.y() || from.y() >= box.y() + 80).isTrue());
        }
        for (int at = 1; at < arrow.points().size(); at += 2) {
            double across = arrow.points().get(at).x() - arrow.points().get(at - 1).x();
            assertThat(across).isEqualTo(40);
        }
    }
}
