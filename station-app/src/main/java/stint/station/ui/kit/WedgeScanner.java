package stint.station.ui.kit;

import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

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

    /**
     * A machine that is busy for a moment tears one gap into a scan; fingers leave one after nearly
     * every key.
     */
    static final int TEARS_MAX = 1;

    /** A short torn code might as well be fingers. */
    static final int TORN_LENGTH_MIN = 5;

    /** What is further apart belongs to another code. */
    static final long TEAR_MS_MAX = 400;

    /** What has no letter to type has a key. */
    private static final Map<KeyCode, Order> KEYS =
            Map.of(
                    KeyCode.F2, Order.Act.HOLD,
                    KeyCode.F3, Order.Act.SCRAP,
                    KeyCode.F4, Order.Act.END,
                    KeyCode.F6, Order.Act.STATION,
                    KeyCode.F9, Order.Act.UNDO,
                    KeyCode.F11, Order.Act.LOGOUT,
                    KeyCode.F12, Order.Act.SHIFT);

    private final Scene scene;
    private final InputTaker taker;
    private final LongSupplier clockMs;
    private final PauseTransition pause = new PauseTransition(Duration.millis(GAP_MS_MAX));
    private final StringBuilder burst = new StringBuilder();

    /** What came before a gap, and was already given out as typed. */
    private final StringBuilder before = new StringBuilder();

    private int tears;
    private long lastMs;

    /** Whether Enter ends what was typed; else it presses the button in focus. */
    private boolean typing;

    private WedgeScanner(Scene scene, InputTaker taker, LongSupplier clockMs) {
        this.scene = scene;
        this.taker = taker;
        this.clockMs = clockMs;
    }

    /**
     * Listens to a scene's keys for as long as the scene lives.
     *
     * @param taker gets them
     * @param clockMs milliseconds that never jump
     */
    public static void attach(Scene scene, InputTaker taker, LongSupplier clockMs) {
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
                    forget();
                    typing = true;
                    taker.erase();
                }
                case ESCAPE -> {
                    event.consume();
                    flush();
                    typing = false;
                    taker.back();
                }
                case F10 -> {
                    event.consume();
                    flush();
                    taker.menu();
                }
                case TAB, UP, DOWN, LEFT, RIGHT -> typing = false;
                case F2, F3, F4, F6, F9, F11, F12 -> {
                    event.consume();
                    flush();
                    typing = false;
                    taker.pressed(Objects.requireNonNull(KEYS.get(event.getCode())));
                }
                case SPACE -> {
                    // Else it presses the button in focus.
                    if (taker.takesBlanks()) {
                        event.consume();
                    }
                }
                default -> {
                    // It is typed.
                }
            }
        };
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean text =
                !typed.isEmpty()
                        && !Character.isISOControl(typed.charAt(0))
                        && (!" ".equals(typed) || taker.takesBlanks());
        if (!text || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        long nowMs = clockMs.getAsLong();
        long gapMs = nowMs - lastMs;
        if (gapMs > TEAR_MS_MAX) {
            flush();
            forget();
        } else if (gapMs > GAP_MS_MAX) {
            flush();
            tears += before.isEmpty() ? 0 : 1;
        }
        lastMs = nowMs;
        burst.append(typed);
        pause.playFromStart();
    }

    private void end() {
        long gapMs = clockMs.getAsLong() - lastMs;
        int gaps = gapMs <= GAP_MS_MAX ? tears : tears + 1;
        int length = before.length() + burst.length();
        boolean scanned =
                gapMs <= TEAR_MS_MAX
                        && gaps <= TEARS_MAX
                        && length >= (gaps == 0 ? LENGTH_MIN : TORN_LENGTH_MIN);
        if (scanned) {
            String code = before.toString() + burst;
            for (int typed = 0; typed < before.length(); typed++) {
                taker.erase();
            }
            typing = false;
            clear();
            forget();
            taker.scanned(code);
            return;
        }
        flush();
        forget();
        boolean ended = typing;
        typing = false;
        if (!ended && scene.getFocusOwner() instanceof Button button && button.isFocused()) {
            button.fire();
        } else {
            taker.enter();
        }
    }

    private void flush() {
        String typed = burst.toString();
        clear();
        if (!typed.isEmpty()) {
            typing = true;
            before.append(typed);
            taker.typed(typed);
        }
    }

    private void forget() {
        before.setLength(0);
        tears = 0;
    }

    private void clear() {
        pause.stop();
        burst.setLength(0);
    }
}
