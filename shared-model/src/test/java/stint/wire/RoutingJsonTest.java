package stint.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.plan.Job.Edge;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;
import stint.wire.RoutingJson.Fault;
import stint.wire.RoutingJson.Found;
import stint.wire.RoutingJson.Kind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RoutingJsonTest {

    private static final List<String> WORDS = List.of("ตัดหนัง", "תפירה", "Cut \"A\"", "№ 5", "x");

    @Test
    void DP_2_what_was_written_is_read_as_the_same() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            RoutingGraph graph = any(random);
            assertThat(RoutingJson.read(RoutingJson.write(graph)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(new Found.Routing(graph));
        }
    }

    private static RoutingGraph any(Random random) {
        List<Operation> operations = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(12); number++) {
            operations.add(
                    new Operation(
                            number,
                            random.nextInt(4) == 0 ? "" : word(random),
                            random.nextInt(4) == 0
                                    ? null
                                    : random.nextBoolean() ? ProcessMode.PIECE : ProcessMode.BATCH,
                            random.nextInt(4) == 0 ? null : word(random),
                            random.nextInt(2) == 0 ? null : word(random),
                            random.nextInt(100)));
            edges.add(new Edge(random.nextInt(9), number));
        }
        return new RoutingGraph("R-" + random.nextInt(), word(random), operations, edges);
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Test
    void DP_3_all_that_is_wrong_is_named_with_its_place() {
        assertThat(
                        faults(
                                """
                                {"code": " ", "name": 7, "colour": "red",
                                 "operations": [
                                   {"sequence": 1, "name": "Cut", "mode": "single", "minutes": 2.5},
                                   {"name": ["Sew"], "statonType": "sewing"},
                                   "Pack"],
                                 "edges": [[1, 2], [1], "1-2", [1, 2, 3], [1, "2"]]}
                                """))
                .containsExactly(
                        new Fault("colour", Kind.UNKNOWN, ""),
                        new Fault("code", Kind.MISSING, ""),
                        new Fault("name", Kind.NO_TEXT, "7"),
                        new Fault("operations[0].mode", Kind.NO_MODE, "single"),
                        new Fault("operations[0].minutes", Kind.NO_NUMBER, "2.5"),
                        new Fault("operations[1].statonType", Kind.UNKNOWN, ""),
                        new Fault("operations[1].sequence", Kind.MISSING, ""),
                        new Fault("operations[1].name", Kind.NO_TEXT, "[\"Sew\"]"),
                        new Fault("operations[2]", Kind.NO_OBJECT, "\"Pack\""),
                        new Fault("edges[1]", Kind.NO_PAIR, "[1]"),
                        new Fault("edges[2]", Kind.NO_PAIR, "\"1-2\""),
                        new Fault("edges[3]", Kind.NO_PAIR, "[1,2,3]"),
                        new Fault("edges[4]", Kind.NO_PAIR, "[1,\"2\"]"));
    }

    @Test
    void what_is_no_json_says_where() {
        assertThat(faults("{\n  \"code\": \"A\",,\n}"))
                .containsExactly(new Fault("2:15", Kind.NO_JSON, ""));
        assertThat(faults("{\"code\": \"A\"} {}")).hasSize(1);
        assertThat(faults("{\"code\": \"A\", \"code\": \"B\"}")).hasSize(1);
        assertThat(faults("")).containsExactly(new Fault("", Kind.NO_OBJECT, ""));
        assertThat(faults("[]")).containsExactly(new Fault("", Kind.NO_OBJECT, ""));
        assertThat(faults("{\"code\": \"A\"}"))
                .extracting(Fault::place)
                .containsExactly("name", "operations", "edges");
    }

    @Test
    void a_file_with_a_byte_order_mark_is_read() {
        assertThat(
                        RoutingJson.read(
                                "\uFEFF{\"code\":\"A\",\"name\":\"\",\"operations\":[],\"edges\":[]}"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Found.Routing(new RoutingGraph("A", "", List.of(), List.of())));
    }

    @Test
    void more_operations_than_a_routing_may_have_are_no_routing() {
        String one = "{\"sequence\": 1, \"name\": \"Cut\"}";
        String many = String.join(",", java.util.Collections.nCopies(201, one));
        assertThat(
                        faults(
                                "{\"code\":\"A\",\"name\":\"\",\"operations\":["
                                        + many
                                        + "],\"edges\":[]}"))
                .containsExactly(new Fault("operations", Kind.TOO_MANY, "201"));
    }

    private static List<Fault> faults(String text) {
        return RoutingJson.read(text.getBytes(StandardCharsets.UTF_8))
                        instanceof Found.Wrong(List<Fault> faults)
                ? faults
                : List.of();
    }
}
