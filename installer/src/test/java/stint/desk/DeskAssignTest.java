package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

import stint.domain.event.TaskId;
import stint.domain.plan.Share;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who does what, said at the desk (DP-5). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskAssignTest {

    private static final String CHAI = "1003";

    @TempDir private Path directory;

    private static List<Share> shares(DeskSite site, String task) {
        return site.server().picture().floor().planning().sharesOf(TaskId.parse(task));
    }

    private static String ticket(DeskDriver desk) throws Exception {
        desk.see("#shares").until("rows", () -> rows(desk) > 0);
        String chosen = desk.said("#assign-job");
        return chosen.substring(0, chosen.indexOf(" · "));
    }

    /** On the FX thread. */
    private static int rows(DeskDriver desk) {
        return desk.find("#shares").map(node -> ((TableView<?>) node).getItems().size()).orElse(0);
    }

    private static int of(List<Share> shares, String operator) {
        return shares.stream()
                .filter(share -> share.operator().value().equals(operator))
                .mapToInt(Share::pieces)
                .sum();
    }

    @Test
    void DP_5_a_share_is_given_by_keyboard_and_by_load_shows_what_it_changes() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("assign")) {
            String task = ticket(desk) + "/1";
            desk.row("#shares", "1 · ").press(KeyCode.ENTER).see("#form-give");
            desk.tap("#give-ok").see("#give-operator-wrong", "Choose");
            desk.choose("#give-operator", "Chai").type("#give-pieces", "1");
            desk.picture("assign-give").tap("#give-ok").see("#notice-lines", "given to Chai");
            assertThat(of(shares(site, task), CHAI)).isEqualTo(1);

            desk.tap("#assign-by-load").see("#byload-lines").picture("assign-by-load");
            desk.tap("#byload-cancel");
            assertThat(of(shares(site, task), CHAI)).isEqualTo(1);
        }
    }

    @Test
    void DP_5_a_share_is_dragged_onto_a_person() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("assign")) {
            String task = ticket(desk) + "/1";
            desk.row("#shares", "1 · ").see("#person-" + CHAI);
            FxRobot robot = new FxRobot();
            robot.drag(middle(desk, "#shares .table-row-cell:selected"))
                    .dropTo(middle(desk, "#person-" + CHAI));
            desk.see("#notice-lines", "given to Chai");
            assertThat(of(shares(site, task), CHAI)).isPositive();
        }
    }

    private static Point2D middle(DeskDriver desk, String selector) throws Exception {
        return DeskDriver.onFx(() -> {
            Node node = desk.find(selector).orElseThrow();
            var bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    @Test
    void DP_5_what_another_gave_meanwhile_is_said_and_not_overwritten() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("assign");
                DeskDriver other = DeskDriver.open(site, DeskSite.PLANNER).page("assign")) {
            ticket(desk);
            desk.row("#shares", "1 · ").press(KeyCode.ENTER).choose("#give-operator", "Chai");
            ticket(other);
            other.row("#shares", "1 · ").press(KeyCode.ENTER).choose("#give-operator", "Chai");
            other.type("#give-pieces", "1").tap("#give-ok").see("#notice-lines", "given to");
            desk.tap("#give-ok").see("#notice-lines", "changed by Ploy Srisai");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void DP_5_who_is_overloaded_is_seen_in_each_language(String language) throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language);
                DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("assign")) {
            ticket(desk);
            desk.row("#shares", "1 · ").see("#person-" + CHAI);
            desk.picture("assign-" + language);
        }
    }
}
