package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.plan.Job.Edge;
import stint.domain.plan.Operation;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.planning.Planning;
import stint.wire.planning.OperationView;
import stint.wire.planning.RoutingRequest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Routings of seed 004's two lines, drawn by a planner's hands (DP-1, DP-2, DP-3). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskRoutingTest {

    private static final int LARGE = 25;

    @TempDir private Path directory;

    private static DeskDriver begin(DeskSite site, String code, String name) throws Exception {
        return DeskDriver.open(site, DeskSite.PLANNER)
                .page("routing")
                .tap("#routing-new")
                .type("#new-routing-code", code)
                .type("#new-routing-name", name)
                .tap("#new-routing-ok")
                .see("#findings", "has no operation");
    }

    /** Drags from the middle of one node to the middle of another. */
    private static void drag(DeskDriver desk, String from, String to) throws Exception {
        desk.see(from).see(to);
        DeskDriver.onFx(() -> {
            desk.scene().getRoot().applyCss();
            desk.scene().getRoot().layout();
            Node source = desk.find(from).orElseThrow();
            Bounds start = source.localToScene(source.getLayoutBounds());
            Node target = desk.find(to).orElseThrow();
            Bounds end = target.localToScene(target.getLayoutBounds());
            fire(source, MouseEvent.MOUSE_PRESSED, start);
            fire(source, MouseEvent.MOUSE_DRAGGED, start);
            fire(source, MouseEvent.MOUSE_DRAGGED, end);
            fire(source, MouseEvent.MOUSE_RELEASED, end);
            return true;
        });
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type, Bounds where) {
        double x = where.getCenterX();
        double y = where.getCenterY();
        MouseButton button = MouseButton.PRIMARY;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type, x, y, x, y, button, 1, false, false, false, false, true, false, false,
                        false, false, false, null));
    }

    private static void click(DeskDriver desk, String selector) throws Exception {
        drag(desk, selector, selector);
    }

    private static Planning planning(DeskSite site) {
        return site.server().picture().floor().planning();
    }

    private static RoutingGraph published(DeskSite site, String code, int version) {
        return planning(site).published().get(new RoutingVersion(code, version)).value();
    }

    private static void operation(
            DeskDriver desk, String name, String mode, String type, String minutes)
            throws Exception {
        desk.type("#op-name", name)
                .choose("#op-mode", mode)
                .type("#op-station", type)
                .type("#op-minutes", minutes);
    }

    @Test
    void DP_1_DP_2_the_ateliers_routing_is_drawn_by_mouse_and_published() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = begin(site, "CHARLOTTE", "Charlotte Aimée")) {
            desk.tap("#routing-add").see("#findings", "Operation 1 needs a name");
            operation(desk, "Cut leather", "by batch", "bench", "4");
            desk.see("#findings", "Nothing to mend");
            desk.tap("#routing-add");
            operation(desk, "Line", "by piece", "bench", "15");
            click(desk, "#op-1");
            desk.see("#op-title", "Operation 1").tap("#routing-add");
            operation(desk, "Saddle stitch", "by piece", "bench", "45");
            desk.type("#op-skill", "saddle-stitch").tap("#routing-add");
            operation(desk, "Paint edges", "by piece", "bench", "20");
            drag(desk, "#knob-2", "#op-4");
            desk.see("#edge-2-4").see("#findings", "Nothing to mend");

            // Up and down by mouse, and back.
            drag(desk, "#op-3", "#op-2");
            desk.tap("#routing-undo").see("#edge-2-4").picture("routing-drawn");
            drag(desk, "#knob-4", "#op-1");
            desk.see("#findings", "goes in a circle").picture("routing-circle");
            desk.tap("#routing-undo").gone("#edge-4-1");

            desk.tap("#routing-save").see("#notice-lines", "is saved");
            desk.tap("#routing-publish").see("#notice-lines", "version 1 is published");
            desk.see("#routing-hint", "draft of version 2");
            RoutingGraph made = published(site, "CHARLOTTE", 1);
            assertThat(made.operations())
                    .extracting(Operation::name)
                    .containsExactly("Cut leather", "Line", "Saddle stitch", "Paint edges");
            assertThat(made.edges())
                    .containsExactlyInAnyOrder(
                            new Edge(1, 2), new Edge(1, 3), new Edge(3, 4), new Edge(2, 4));
            desk.tap("#routing-back").row("#routings", "CHARLOTTE").picture("routings-en");
        }
    }

    @Test
    void DP_2_the_oem_lines_routing_is_drawn_by_keys_alone_and_a_published_one_never_changes()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = begin(site, "KEYCASE", "Rebello car key case")) {
            List<String> names = List.of("Cut", "Machine sew", "Check", "Pack");
            for (int at = 0; at < names.size(); at++) {
                desk.focus("#canvas")
                        .press(KeyCode.INSERT)
                        .see("#op-title", "Operation " + (at + 1));
                operation(desk, names.get(at), "by batch", "bench", "2");
            }
            desk.see("#edge-3-4").focus("#canvas");
            // From 2 to 4, past 3; then the same takes it away.
            for (boolean there : new boolean[] {true, false}) {
                desk.press(KeyCode.LEFT).press(KeyCode.LEFT).see("#op-title", "Operation 2");
                desk.press(KeyCode.J).see("#routing-hint", "From operation 2");
                desk.press(KeyCode.RIGHT).press(KeyCode.RIGHT).press(KeyCode.ENTER);
                if (there) {
                    desk.see("#edge-2-4");
                } else {
                    desk.gone("#edge-2-4");
                }
            }
            desk.press(KeyCode.LEFT).press(KeyCode.DELETE).see("#edge-2-4").gone("#op-3");
            desk.shortcut(KeyCode.Z).see("#op-3").see("#edge-3-4");
            desk.press(KeyCode.ENTER);
            assertThat(DeskDriver.onFx(() -> desk.scene().getFocusOwner().getId()))
                    .isEqualTo("op-name");
            desk.tap("#routing-publish").see("#notice-lines", "version 1 is published");
            RoutingGraph first = published(site, "KEYCASE", 1);
            assertThat(first.edges())
                    .containsExactlyInAnyOrder(new Edge(1, 2), new Edge(2, 3), new Edge(3, 4));

            desk.type("#op-name", "Sew by machine").see("#routing-hint", "Draft of version 2");
            desk.shortcut(KeyCode.S).see("#notice-lines", "is saved");
            assertThat(published(site, "KEYCASE", 1)).isEqualTo(first);
            desk.tap("#routing-publish").see("#notice-lines", "version 2 is published");
            assertThat(published(site, "KEYCASE", 1)).isEqualTo(first);
            assertThat(published(site, "KEYCASE", 2)).isNotEqualTo(first);
        }
    }

    @Test
    void DP_3_all_that_is_wrong_is_said_while_it_is_drawn_and_a_stale_draft_overwrites_nothing()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = begin(site, "STRAP", "Strap")) {
            desk.tap("#routing-add");
            operation(desk, "Cut", "by piece", "bench", "1");
            desk.tap("#routing-save").see("#notice-lines", "is saved");
            desk.type("#op-name", "").type("#op-station", "");
            desk.see("#findings", "Operation 1 needs a name");
            desk.see("#findings", "Operation 1 needs a station type").picture("routing-wrong");
            desk.type("#op-name", "Cut strips").type("#op-station", "bench");

            OperationView theirs = new OperationView(1, "Punch", "piece", "press", null, 2);
            site.console()
                    .office(
                            "routings/STRAP",
                            new RoutingRequest("Strap", List.of(theirs), List.of(), null));
            desk.tap("#routing-save").see("#notice-lines", "1 Punch");
            desk.see("#routing-hint", "nothing was overwritten").picture("routing-stale");
            assertThat(planning(site).drafts().get("STRAP").value().operations().getFirst().name())
                    .isEqualTo("Punch");
            desk.tap("#routing-theirs").see("#op-1", "Punch");
            desk.tap("#routing-undo").see("#op-1", "Cut strips");
            desk.tap("#routing-save").see("#notice-lines", "is saved");
            assertThat(planning(site).drafts().get("STRAP").value().operations().getFirst().name())
                    .isEqualTo("Cut strips");
        }
    }

    @Test
    void DP_2_a_routing_goes_out_as_json_and_comes_back_whole_or_not_at_all() throws Exception {
        Path file = directory.resolve("tote.json");
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = begin(site, "TOTE", "Tote bag")) {
            desk.tap("#routing-add");
            operation(desk, "Cut", "by batch", "bench", "4");
            desk.tap("#routing-add");
            operation(desk, "Sew", "by piece", "bench", "45");
            desk.tap("#routing-export").see("#form-save").type("#save-file", file.toString());
            desk.picture("routing-export").tap("#save-ok").see("#notice-lines", "Saved");
            desk.tap("#routing-export").type("#save-file", file.toString()).tap("#save-ok");
            desk.see("#save-wrong", "There is such a file already").tap("#save-cancel");

            String written = Files.readString(file);
            String other =
                    written.replace("\"Sew\"", "\"Sew by hand\"").replace("\"TOTE\"", "\"TOTE-2\"");
            String wrong = other.replace("\"piece\"", "\"single\"").replace("[ 1, 2 ]", "[ 1 ]");
            desk.tap("#routing-back").tap("#routing-import").type("#import-text", wrong);
            desk.tap("#import-ok").see("#import-wrong", "operations[1].mode");
            desk.see("#import-wrong", "edges[0]").picture("routing-import-wrong");
            desk.type("#import-text", other).tap("#import-ok");
            desk.see("#routing-code", "TOTE-2").see("#edge-1-2").see("#op-2", "Sew by hand");
            desk.see("#routing-hint", "Not saved").picture("routing-imported");
            assertThat(planning(site).drafts().get("TOTE-2")).isNull();
            desk.tap("#routing-publish").see("#notice-lines", "version 1 is published");
            assertThat(published(site, "TOTE-2", 1).edges()).containsExactly(new Edge(1, 2));

            // The same code again: what was drawn is one step back.
            desk.tap("#routing-back").tap("#routing-import");
            desk.type("#import-text", written.replace("\"TOTE\"", "\"TOTE-2\""));
            desk.tap("#import-ok").see("#op-2", "Sew").see("#routing-hint", "version 2");
            desk.tap("#routing-undo").see("#op-2", "Sew by hand");
        }
    }

    @Test
    void DP_3_two_who_begin_the_same_new_code_overwrite_nothing_of_each_other() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = begin(site, "STRAP", "Strap")) {
            desk.tap("#routing-add");
            operation(desk, "Cut", "by piece", "cutting", "1");
            OperationView theirs = new OperationView(1, "Punch", "piece", "press", null, 2);
            site.console()
                    .office(
                            "routings/STRAP",
                            new RoutingRequest("Strap", List.of(theirs), List.of(), ""));

            desk.tap("#routing-publish").see("#notice-lines", "STRAP was changed");
            desk.see("#notice-lines", "Operations: was nothing, is 1 Punch.");
            desk.picture("routing-stale-new");
            assertThat(planning(site).drafts().get("STRAP").value().operations().getFirst().name())
                    .isEqualTo("Punch");
            desk.tap("#routing-theirs").see("#op-1", "Punch");
            desk.tap("#routing-undo").see("#op-1", "Cut").tap("#routing-save");
            desk.see("#notice-lines", "is saved");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void DP_2_a_large_routing_is_arranged_and_read_in_the_planners_language(String language)
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language)) {
            List<OperationView> operations = new ArrayList<>();
            List<List<Integer>> edges = new ArrayList<>();
            for (int number = 1; number <= LARGE; number++) {
                operations.add(
                        new OperationView(number, "Step " + number, "piece", "bench", null, 3));
                if (number > 1) {
                    edges.add(List.of(Math.max(1, number - 3), number));
                }
                if (number > 8 && number % 2 == 0) {
                    edges.add(List.of(number - 7, number));
                }
            }
            operations.set(4, new OperationView(5, "", "piece", null, null, 3));
            site.console()
                    .office("routings/LARGE", new RoutingRequest("Large", operations, edges, null));
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.PLANNER)) {
                desk.page("routing").row("#routings", "LARGE").tap("#routing-open").see("#op-25");
                desk.tap("#routing-arrange").see("#op-25").picture("routing-large-" + language);
                desk.tap("#routing-back");
                desk.row("#routings", "Luxury").tap("#routing-open").see("#op-4");
                desk.picture("routing-" + language);
                if (language.equals("en")) {
                    desk.tap("#light").picture("routing-dark");
                }
            }
        }
    }
}
