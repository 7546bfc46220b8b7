package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.TaskId;
import stint.domain.work.Session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The same day by touch alone and by keyboard alone; by scanner alone is a test of its own. */
class KioskHandsTest {

    @TempDir Path directory;
    private KioskDriver kiosk;

    @BeforeEach
    void open() throws Exception {
        kiosk = KioskDriver.open(directory, Locale.ENGLISH);
        kiosk.size(1280, 800);
    }

    @AfterEach
    void close() throws Exception {
        kiosk.close();
    }

    private void openHouse() throws Exception {
        kiosk.close();
        kiosk = House.open(directory.resolve("house"));
    }

    private Session session(TaskId task) {
        return kiosk.task(task).sessions().getLast();
    }

    private void assertThatTheDayWasWorked() {
        assertThat(kiosk.task(Floorplan.CUT).good()).isEqualTo(12);
        assertThat(kiosk.task(Floorplan.CUT).scrap()).isEqualTo(2);
        assertThat(kiosk.task(Floorplan.SEW).good()).isEqualTo(1);
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        assertThat(session(Floorplan.SEW)).isInstanceOf(Session.Paused.class);
    }

    @Test
    void UX_a_whole_day_by_touch_alone() throws Exception {
        openHouse();
        touch("#person-" + Floorplan.ANN);
        touchKeys(Floorplan.PIN);
        touch("#login");
        touch("#seat-BENCH-1");
        touch("#item-guard");
        touch("#item-oil");
        kiosk.see("#pad");
        touchKeys("4");
        touch("#done");
        kiosk.gone("#pad");
        touch("#done");
        kiosk.see(".card");
        touch("#status");
        touch("#status-setup");
        kiosk.see("#message", "Setup");
        touch("#status-stopped");
        touch("#stop-blade");
        kiosk.see("#status", "Stopped");
        touch("#back");
        find(Floorplan.CUT);
        touch("#primary");
        kiosk.see("#hold");
        touchKeys("12");
        touch("#primary");
        kiosk.see("#message", "12 good");
        touch("#hold");
        touch("#hold-break");
        kiosk.see("#state", "Break");
        touch("#primary");
        kiosk.see("#hold");
        touch("#scrap");
        touchKeys("2");
        touch("#reason-seam");
        touch("#confirm");
        kiosk.see("#message", "2 scrap");
        touchKeys("5");
        touch("#primary");
        kiosk.see("#message", "5 good");
        touch("#undo");
        kiosk.see("#message", "Taken back");
        touch("#back");
        find(Floorplan.SEW);
        touch("#primary");
        touch("#second-hold");
        touch("#piece-SN001");
        touch("#primary");
        kiosk.see("#good", "1");
        touch("#back");
        touch("#endShift");
        touch("#shift-end");
        touch("#item-swept");
        touch("#item-off");
        touch("#done");
        kiosk.see("#message", "Shift ended");
        assertThatTheDayWasWorked();
    }

    /** Looks for a card, page by page. */
    private void find(TaskId task) throws Exception {
        kiosk.see(".card");
        while (KioskDriver.onFx(() -> cardOf(task) == null)) {
            touch("#next");
        }
        touch(KioskDriver.onFx(() -> cardOf(task)), task.toString());
        kiosk.see("#step");
    }

    private Node cardOf(TaskId task) {
        return kiosk.scene().getRoot().lookupAll(".card").stream()
                .filter(node -> ("card-" + task).equals(node.getId()))
                .findFirst()
                .orElse(null);
    }

    private void touchKeys(String digits) throws Exception {
        for (int index = 0; index < digits.length(); index++) {
            String digit = digits.substring(index, index + 1);
            touch(
                    KioskDriver.onFx(() ->
                            kiosk.scene().getRoot().lookupAll(".key").stream()
                                    .filter(KioskDriver::shown)
                                    .filter(node -> !node.isDisabled())
                                    .filter(node -> ((Button) node).getText().equals(digit))
                                    .findFirst()
                                    .orElseThrow()),
                    digit);
        }
    }

    private void touch(String selector) throws Exception {
        kiosk.until(
                selector + " can be touched",
                () -> kiosk.find(selector).map(node -> !node.isDisabled()).orElse(false));
        touch(KioskDriver.onFx(() -> kiosk.find(selector).orElseThrow()), selector);
    }

    /** A finger on the middle of it: what lies there gets the touch, whatever that is. */
    private void touch(Node node, String what) throws Exception {
        KioskDriver.onFx(() -> {
            kiosk.scene().getRoot().applyCss();
            kiosk.scene().getRoot().layout();
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            Point2D middle =
                    new Point2D(
                            bounds.getMinX() + bounds.getWidth() / 2,
                            bounds.getMinY() + bounds.getHeight() / 2);
            Node hit = Fingers.at(kiosk.scene().getRoot(), middle);
            assertThat(Fingers.isIn(hit, node)).as(what + " is where it is touched").isTrue();
            Fingers.press(hit, middle);
            return true;
        });
    }

    @Test
    void UX_a_whole_day_by_keyboard_alone() throws Exception {
        openHouse();
        kiosk.see("#login").type(Floorplan.ANN.value()).press(KeyCode.ENTER);
        kiosk.type(Floorplan.PIN).press(KeyCode.ENTER).see("#seat-BENCH-1").type("1");
        kiosk.see("#item-guard").type("23").see("#pad").type("4").press(KeyCode.ENTER).gone("#pad");
        kiosk.press(KeyCode.ENTER).see(".card").press(KeyCode.F6).see("#stationGood");
        kiosk.type("1").see("#status", "Setup").type("3").see("#stop-blade").type("1");
        kiosk.see("#status", "Stopped").press(KeyCode.ESCAPE).see(".card");
        kiosk.type("tote").press(KeyCode.BACK_SPACE).press(KeyCode.ESCAPE);
        kiosk.type("cutt").press(KeyCode.ENTER).see("#step", "Cutting");
        kiosk.press(KeyCode.ENTER).see("#hold").type("12").press(KeyCode.ENTER);
        kiosk.see("#message", "12 good").press(KeyCode.F2).see("#hold-break").type("1");
        kiosk.see("#state", "Break").press(KeyCode.ENTER).see("#hold");
        kiosk.press(KeyCode.F3).see("#reasons").type("2");
        kiosk.tab("#reason-seam").press(KeyCode.SPACE).tab("#confirm").press(KeyCode.ENTER);
        kiosk.see("#message", "2 scrap").type("5").press(KeyCode.ENTER).see("#message", "5 good");
        kiosk.press(KeyCode.F9).see("#message", "Taken back").press(KeyCode.ESCAPE).see(".card");
        kiosk.type("sewing").press(KeyCode.ENTER).see("#step", "Sewing");
        kiosk.press(KeyCode.ENTER).see("#second-hold").type("2").see("#pieces");
        kiosk.type("SN001").press(KeyCode.ENTER).see("#good", "1").press(KeyCode.ESCAPE);
        kiosk.see(".card").press(KeyCode.F12).see("#shift-end").press(KeyCode.ENTER);
        kiosk.see("#item-swept").type("12").press(KeyCode.ENTER);
        kiosk.see("#message", "Shift ended");
        assertThatTheDayWasWorked();
    }

    @Test
    void UX_a_key_of_its_own_opens_the_benchs_menu() throws Exception {
        kiosk.see("#login").press(KeyCode.F10).see("#clean").press(KeyCode.ESCAPE).gone("#clean");
    }

    /** Presses and lets go where a finger would. */
    private static final class Fingers {

        private Fingers() {}

        static Node at(Node root, Point2D point) {
            if (!root.isVisible() || root.isMouseTransparent()) {
                return null;
            }
            if (root instanceof Parent parent) {
                var children = parent.getChildrenUnmodifiable();
                for (int index = children.size() - 1; index >= 0; index--) {
                    Node found = at(children.get(index), point);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return root.contains(root.sceneToLocal(point)) ? root : null;
        }

        static boolean isIn(Node hit, Node node) {
            for (Node at = hit; at != null; at = at.getParent()) {
                if (at == node) {
                    return true;
                }
            }
            return false;
        }

        static void press(Node node, Point2D point) {
            for (var type :
                    List.of(
                            MouseEvent.MOUSE_ENTERED,
                            MouseEvent.MOUSE_PRESSED,
                            MouseEvent.MOUSE_RELEASED,
                            MouseEvent.MOUSE_CLICKED)) {
                Point2D local = node.sceneToLocal(point);
                boolean down = type == MouseEvent.MOUSE_PRESSED;
                Event.fireEvent(
                        node,
                        new MouseEvent(
                                type,
                                local.getX(),
                                local.getY(),
                                point.getX(),
                                point.getY(),
                                MouseButton.PRIMARY,
                                1,
                                false,
                                false,
                                false,
                                false,
                                down,
                                false,
                                false,
                                true,
                                false,
                                true,
                                new PickResult(node, point.getX(), point.getY())));
            }
        }
    }
}
