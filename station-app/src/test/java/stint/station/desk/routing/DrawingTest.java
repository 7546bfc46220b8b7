package stint.station.desk.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.office.PlanWords;
import stint.domain.plan.Job.Edge;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class DrawingTest {

    private static final RoutingGraph EMPTY = new RoutingGraph("T", "Tote", List.of(), List.of());

    private static Operation operation(int number, String name) {
        return new Operation(number, name, ProcessMode.PIECE, "bench", null, 5);
    }

    private static RoutingGraph graph(List<Edge> edges, Integer... numbers) {
        return new RoutingGraph(
                "T",
                "Tote",
                List.of(numbers).stream().map(each -> operation(each, "N" + each)).toList(),
                edges);
    }

    private static List<Integer> numbers(RoutingGraph graph) {
        return graph.operations().stream().map(Operation::sequence).toList();
    }

    @Test
    void aFollowingOperationIsJoinedAndMadeAtTheSameKindOfStation() {
        RoutingGraph one = Drawing.add(EMPTY, 0);
        RoutingGraph named = Drawing.change(one, operation(1, "Cut"));
        RoutingGraph two = Drawing.add(named, 1);

        assertThat(two.edges()).containsExactly(new Edge(1, 2));
        assertThat(two.operations().getLast().stationType()).isEqualTo("bench");
        assertThat(two.operations().getLast().name()).isEmpty();
    }

    @Test
    void whatIsTakenOutOfAChainLeavesTheChainWhole() {
        RoutingGraph chain = graph(List.of(new Edge(1, 2), new Edge(2, 3)), 1, 2, 3);

        RoutingGraph without = Drawing.remove(chain, 2);
        assertThat(numbers(without)).containsExactly(1, 3);
        assertThat(without.edges()).containsExactly(new Edge(1, 3));

        RoutingGraph split = Drawing.split(without, new Edge(1, 3));
        assertThat(split.edges()).containsExactlyInAnyOrder(new Edge(1, 4), new Edge(4, 3));
    }

    @Test
    void joiningTwiceTakesTheArrowAwayAndNoneLeadsToItself() {
        RoutingGraph two = graph(List.of(), 1, 2);

        RoutingGraph joined = Drawing.join(two, 1, 2);
        assertThat(joined.edges()).containsExactly(new Edge(1, 2));
        assertThat(Drawing.join(joined, 1, 2)).isEqualTo(two);
        assertThat(Drawing.join(two, 1, 1)).isEqualTo(two);
    }

    @Test
    void anOperationIsMovedToAnotherRowOfItsColumnAndStaysThere() {
        RoutingGraph fan =
                graph(List.of(new Edge(1, 2), new Edge(1, 3), new Edge(1, 4)), 1, 2, 3, 4);

        RoutingGraph moved = Drawing.move(fan, 4, 0);
        assertThat(numbers(moved)).containsExactly(1, 4, 2, 3);
        assertThat(Drawing.layout(moved).boxes().get(4).row()).isZero();
        assertThat(numbers(Drawing.move(moved, 4, 9))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void arrangingNumbersFromTheBeginningToTheEnd() {
        RoutingGraph muddled = graph(List.of(new Edge(9, 4), new Edge(4, 7)), 7, 9, 4);
        Map<Integer, Integer> numbers = new HashMap<>();

        RoutingGraph arranged = Drawing.arrange(muddled, numbers);
        assertThat(arranged.operations())
                .extracting(Operation::name)
                .containsExactly("N9", "N4", "N7");
        assertThat(numbers(arranged)).containsExactly(1, 2, 3);
        assertThat(arranged.edges()).containsExactly(new Edge(1, 2), new Edge(2, 3));
        assertThat(numbers).isEqualTo(Map.of(9, 1, 4, 2, 7, 3));
    }

    @Test
    void undoTakesAWordBackAtOnceAndRedoBringsItAgain() {
        RoutingState state = RoutingState.of(graph(List.of(), 1), null, null, 0, null);
        RoutingState typed =
                state.edit(Drawing.change(state.graph(), operation(1, "C")), 1, "name1");
        typed = typed.edit(Drawing.change(typed.graph(), operation(1, "Cu")), 1, "name1");
        typed = typed.edit(Drawing.change(typed.graph(), operation(1, "Cut")), 1, "name1");

        assertThat(typed.undo()).hasSize(1);
        assertThat(typed.undone().graph()).isEqualTo(state.graph());
        assertThat(typed.undone().redone().graph()).isEqualTo(typed.graph());
        assertThat(state.undone()).isEqualTo(state);
    }

    @Test
    void DP_3_everyFindingNamesTheOperationToLookAt() {
        RoutingGraph wrong =
                new RoutingGraph(
                        "T",
                        "Tote",
                        List.of(
                                operation(1, "Cut"),
                                new Operation(2, "", null, null, null, 0),
                                operation(3, "Sew")),
                        List.of(new Edge(1, 3), new Edge(3, 1)));

        List<Finding> found = Finding.of(wrong, PlanWords.in(Locale.ENGLISH, ZoneOffset.UTC));
        assertThat(found).extracting(Finding::operation).containsExactly(2, 2, 2, 1, 2);
        assertThat(found.get(3).words()).contains("circle");
    }
}
