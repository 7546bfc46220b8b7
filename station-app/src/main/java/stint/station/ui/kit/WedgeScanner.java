package stint.station.ui.kit;

import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells a keyboard-wedge scanner from a person, at any focus: a scanner types a whole code faster
 * than fingers can, and ends with Enter (UX). What it types reaches no control. On the FX thread
 * only.
 */
public final class WedgeScanner {

    /** Scanners leave 1 to 20 ms between keys, fast typists 80 or more. */
    static final long GAP_MS_MAX = 50;

    /** Shorter bursts are a hand rolling over two keys. */
    static final int LENGTH_MIN = 3;

    private final Scene scene;
    private final Supplier<InputTaker> taker;
    private final LongSupplier clockMs;
    private final PauseTransition pause = new PauseTransition(Duration.millis(GAP_MS_MAX));
    private final StringBuilder burst = new StringBuilder();
    private long lastMs;

    /** Whether Enter ends what was typed; else it presses the button in focus. */
    private boolean typing;

    private WedgeScanner(Scene scene, Supplier<InputTaker> taker, LongSupplier clockMs) {
        this.scene = scene;
        this.taker = taker;
        this.clockMs = clockMs;
    }

    /**
     * Listens to a scene's keys for as long as the scene lives.
     *
     * @param taker who gets them
     * @param clockMs milliseconds that never jump
     */
    public static void attach(Scene scene, Supplier<InputTaker> taker, LongSupplier clockMs) {
        WedgeScanner scanner = new WedgeScanner(scene, taker, clockMs);
        scanner.pause.setOnFinished(event -> scanner.flush());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, scanner.onPressed());
        scene.addEventFilter(KeyEvent.KEY_TYPED, scanner::type);
    }

    private EventHandler<KeyEvent> onPressed() {
        return event -> {
            switch (event.getCode()) {
                case ENTER -> {
                    event.consume();
                    end();
                }
                case BACK_SPACE -> {
                    event.consume();
                    flush();
                    typing = true;
                    taker.get().erase();
                }
                case ESCAPE -> {
                    event.consume();
                    flush();
                    taker.get().back();
                }
                case TAB, UP, DOWN, LEFT, RIGHT -> typing = false;
                default -> {
                    // Space presses the button in focus; the rest is typed.
                }
            }
        };
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean text =
                !typed.isEmpty() && !Character.isISOControl(typed.charAt(0)) && !" ".equals(typed);
        if (!text || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        long nowMs = clockMs.getAsLong();
        if (nowMs - lastMs > GAP_MS_MAX) {
            flush();
        }
        lastMs = nowMs;
        burst.append(typed);
        pause.playFromStart();
    }

    private void end() {
        boolean fast = clockMs.getAsLong() - lastMs <= GAP_MS_MAX;
        if (fast && burst.length() >= LENGTH_MIN) {
            String code = burst.toString();
            clear();
            taker.get().scanned(code);
            return;
        }
        flush();
        boolean ended = typing;
        typing = false;
        if (!ended && scene.getFocusOwner() instanceof Button button && button.isFocused()) {
            button.fire();
        } else {
            taker.get().enter();
        }
    }

    private void flush() {
        String typed = burst.toString();
        clear();
        if (!typed.isEmpty()) {
            typing = true;
            taker.get().typed(typed);
        }
    }

    private void clear() {
        pause.stop();
        burst.setLength(0);
    }
}
