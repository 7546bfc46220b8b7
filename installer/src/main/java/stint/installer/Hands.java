package stint.installer;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;

import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Taps on a kiosk's window as a person would, for pictures and figures. Any thread but the FX
 * thread.
 */
public final class Hands {

    private static final long PATIENCE_S = 30;
    private static final long LOOK_AGAIN_MS = 5;

    private final Scene scene;

    /** Hands at a kiosk. */
    public Hands(Scene scene) {
        this.scene = scene;
    }

    /**
     * Logs in at a bench without checklists, and goes to the list. Where it serves several
     * stations, they sit down at the first: the bench itself.
     */
    public void login(OperatorCode who, String pin) {
        tap("#person-" + who);
        pin.codePoints().forEach(digit -> key(Character.toString(digit)));
        tap("#login");
        // Whoever has work open is led there, or asked about it.
        see("#person");
        wait(
                "the list",
                () -> {
                    Screens.onFx(() -> {
                        // In one look: where one sits down, "back" leaves.
                        find(".seat")
                                .or(() -> find("#back"))
                                .filter(node -> !node.isDisabled())
                                .map(Button.class::cast)
                                .ifPresent(Button::fire);
                        return true;
                    });
                    return Screens.onFx(
                            () -> find("#endShift").filter(node -> !node.isDisabled()).isPresent());
                });
    }

    /** Opens a task from the queue, on whichever page it is, once it has come there. */
    public void open(TaskId task) {
        String id = "card-" + task;
        String turn = "#next";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!tapCard(id)) {
            if (System.nanoTime() > end) {
                throw notThere(id);
            }
            // To the last page and back again: the list may still be growing.
            if (!tapIfThere(turn)) {
                turn = turn.equals("#next") ? "#previous" : "#next";
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS));
        }
        see("#step");
    }

    private boolean tapCard(String id) {
        return Screens.onFx(() -> {
            Optional<Button> card =
                    scene.getRoot().lookupAll(".card").stream()
                            .filter(node -> id.equals(node.getId()))
                            .map(Button.class::cast)
                            .findFirst();
            card.ifPresent(Button::fire);
            return card.isPresent();
        });
    }

    private static IllegalStateException notThere(String what) {
        return new IllegalStateException("the kiosk does not show " + what);
    }

    /**
     * Taps a button if it is shown and takes taps.
     *
     * @return whether it did
     */
    public boolean tapIfThere(String selector) {
        return Screens.onFx(() -> {
            Optional<Button> button =
                    find(selector).filter(node -> !node.isDisabled()).map(Button.class::cast);
            button.ifPresent(Button::fire);
            return button.isPresent();
        });
    }

    /** Whether something is shown now. */
    public boolean shows(String selector) {
        return Screens.onFx(() -> find(selector).isPresent());
    }

    /** A key of the pad on top. */
    public void key(String text) {
        Screens.onFx(() -> {
            scene.getRoot().lookupAll(".key").stream()
                    .filter(Hands::isShown)
                    .filter(node -> !node.isDisabled())
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals(text))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    /** Taps a button once it takes taps. */
    public void tap(String selector) {
        until(selector, node -> !node.isDisabled());
        Screens.onFx(() -> {
            ((Button) find(selector).orElseThrow()).fire();
            return true;
        });
    }

    /** Waits until something is shown. */
    public void see(String selector) {
        until(selector, node -> true);
    }

    /** Waits until something shown is as wanted. */
    public void until(String selector, java.util.function.Predicate<Node> wanted) {
        wait(selector, () -> Screens.onFx(() -> find(selector).filter(wanted).isPresent()));
    }

    private static void wait(String what, BooleanSupplier there) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw notThere(what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS));
        }
    }

    private Optional<Node> find(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(Hands::isShown)
                // What a question covers comes last.
                .min(Comparator.comparing(Node::isDisabled));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
