package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.TaskState;
import stint.station.core.Outcome;
import stint.station.core.SeededFeed;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real bench with a real kiosk, driven as by a person. Any thread but the FX thread. */
final class KioskDriver implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");
    private static final Set<String> PLACED =
            Set.of("label", "button", "top", "receipt", "panel", "dialog", "mine-box", "row");
    private static final long PATIENCE_S = 20;
    private static final int LAYOUTS_MAX = 10;

    private final StationCore core;
    private final Stage stage;
    private final Kiosk kiosk;

    private KioskDriver(StationCore core, Stage stage, Kiosk kiosk) {
        this.core = core;
        this.stage = stage;
        this.kiosk = kiosk;
    }

    static KioskDriver open(Path directory, Locale language) throws Exception {
        return open(directory, new KioskOptions(language, ZONE, false, 96, new SystemClocks()));
    }

    static KioskDriver open(Path directory, KioskOptions options) throws Exception {
        return open(directory, options, List.of());
    }

    /** Where something more is planned than usual. */
    static KioskDriver open(Path directory, KioskOptions options, List<PlanFact> more)
            throws Exception {
        LocalDate today = LocalDate.ofInstant(options.clocks().read().time(), ZONE);
        List<PlanFact> facts = new ArrayList<>(Floorplan.facts(today));
        facts.addAll(more);
        SeededFeed.write(directory, options.clocks(), facts);
        return show(directory, options);
    }

    /** Opens a bench on the directory as it is. */
    static KioskDriver show(Path directory, KioskOptions options) throws Exception {
        StationCore core =
                StationCores.open(
                        new StationConfig(
                                Floorplan.BENCH,
                                "chiang-mai",
                                directory,
                                null,
                                options.clocks(),
                                false));
        FxToolkit.registerPrimaryStage();
        return onFx(() -> {
            Stage stage = new Stage();
            return new KioskDriver(core, stage, Kiosk.show(stage, core, options));
        });
    }

    boolean showing() throws Exception {
        return onFx(stage::isShowing);
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    Scene scene() {
        return stage.getScene();
    }

    void size(double width, double height) throws Exception {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        until("the window has its size", () -> scene().getWidth() > width - 40);
    }

    /** Waits, looking again whenever the FX thread has nothing else to do. */
    void until(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, () -> onFx(holds));
        } catch (TimeoutException e) {
            keepFailure();
            fail("waited in vain: " + what, e);
        }
    }

    private void keepFailure() {
        try {
            picture("failed");
        } catch (Exception e) {
            throw new AssertionError("no picture of the failure", e);
        }
    }

    Optional<Node> find(String selector) {
        return scene().getRoot().lookupAll(selector).stream()
                .filter(KioskDriver::shown)
                // What a question covers comes last.
                .min(Comparator.comparing(Node::isDisabled));
    }

    static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String text(String selector) throws Exception {
        return onFx(() -> find(selector).map(node -> ((Labeled) node).getText()).orElse(""));
    }

    KioskDriver see(String selector, String text) {
        until(
                selector + " shows \"" + text + "\"",
                () ->
                        find(selector)
                                .map(node -> said((Labeled) node).contains(text))
                                .orElse(false));
        return this;
    }

    /** What a label says, and the code behind it. */
    private static String said(Labeled label) {
        return label.getText() + " " + label.getAccessibleHelp();
    }

    KioskDriver see(String selector) {
        until(selector + " is there", () -> find(selector).isPresent());
        return this;
    }

    KioskDriver gone(String selector) {
        until(selector + " is gone", () -> find(selector).isEmpty());
        return this;
    }

    /** Taps a button once it takes taps. */
    KioskDriver tap(String selector) throws Exception {
        until(
                selector + " can be tapped",
                () -> find(selector).map(node -> !node.isDisabled()).orElse(false));
        onFx(() -> {
            ((Button) find(selector).orElseThrow()).fire();
            return true;
        });
        return this;
    }

    /** A whole code with Enter, as fast as a scanner. */
    KioskDriver scan(String code) throws Exception {
        return scanAll(code);
    }

    private void scanNow(String code) {
        code.chars().forEach(c -> key(String.valueOf((char) c)));
        fire(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
    }

    /** Codes one upon the other: none waits for what the one before does. */
    KioskDriver scanAll(String... codes) throws Exception {
        onFx(() -> {
            for (String code : codes) {
                scanNow(code);
            }
            return true;
        });
        return this;
    }

    /** As {@link #scan}, on a machine that is busy for a moment in the middle. */
    KioskDriver tornScan(String code) throws Exception {
        onFx(() -> {
            code.substring(0, 2).chars().forEach(c -> key(String.valueOf((char) c)));
            return true;
        });
        pause();
        return scan(code.substring(2));
    }

    /** Characters one by one, as slow as a person. */
    KioskDriver type(String text) throws Exception {
        for (int index = 0; index < text.length(); index++) {
            String character = text.substring(index, index + 1);
            onFx(() -> {
                key(character);
                return true;
            });
            pause();
        }
        return this;
    }

    KioskDriver press(KeyCode code) throws Exception {
        onFx(() -> {
            fire(KeyEvent.KEY_PRESSED, "", code);
            fire(KeyEvent.KEY_RELEASED, "", code);
            return true;
        });
        return this;
    }

    /** Goes on from control to control, as Tab does, until one is in focus. */
    KioskDriver tab(String selector) throws Exception {
        for (int steps = 0; steps < 40; steps++) {
            boolean there =
                    onFx(() -> {
                        Node focused = scene().getFocusOwner();
                        Node wanted = find(selector).orElse(null);
                        if (focused != null && focused != wanted) {
                            focused.requestFocusTraversal(TraversalDirection.NEXT);
                        }
                        return focused != null && focused == wanted;
                    });
            if (there) {
                return this;
            }
        }
        fail("Tab does not reach " + selector);
        return this;
    }

    private void pause() {
        long from = System.nanoTime();
        until("a person's pause is over", () -> System.nanoTime() - from > 90_000_000L);
    }

    private void key(String character) {
        fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
    }

    private void fire(javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        Node focused = scene().getFocusOwner();
        EventTarget target = focused == null || focused.getScene() == null ? scene() : focused;
        Event.fireEvent(
                target, new KeyEvent(type, character, "", code, false, false, false, false));
    }

    KioskDriver login(OperatorCode who) throws Exception {
        // An idle bench wakes first.
        press(KeyCode.ESCAPE).gone("#coverTitle");
        prove(who);
        see("#person")
                .until(
                        "the list is there",
                        () -> {
                            // Whoever has work open is led there first.
                            find("#step")
                                    .flatMap(step -> find("#back"))
                                    .map(Button.class::cast)
                                    .ifPresent(Button::fire);
                            return find("#endShift").isPresent();
                        });
        return this;
    }

    /** Taps a name and a PIN, and lets the kiosk lead from there. */
    KioskDriver prove(OperatorCode who) throws Exception {
        tap("#person-" + who);
        keys(Floorplan.PIN);
        return tap("#login");
    }

    /** A key of the pad on top. */
    KioskDriver tapKey(String digit) throws Exception {
        onFx(() -> {
            scene().getRoot().lookupAll(".key").stream()
                    .filter(KioskDriver::shown)
                    .filter(node -> !node.isDisabled())
                    .map(Button.class::cast)
                    .filter(key -> key.getText().equals(digit))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        return this;
    }

    KioskDriver keys(String digits) throws Exception {
        for (int index = 0; index < digits.length(); index++) {
            tapKey(digits.substring(index, index + 1));
        }
        return this;
    }

    /** Taps a button and types on, before what it does is done. */
    KioskDriver tapThenKeys(String selector, String digits) throws Exception {
        onFx(() -> {
            ((Button) find(selector).orElseThrow()).fire();
            digits.chars().forEach(digit -> key(String.valueOf((char) digit)));
            return true;
        });
        return this;
    }

    KioskDriver open(TaskId task) throws Exception {
        until("there are cards", () -> find(".card").isPresent());
        // The task may be on another page; a scan finds it wherever it is.
        scan(task.toString());
        return see("#step");
    }

    StationCore core() {
        return core;
    }

    TaskState task(TaskId id) {
        return core.state().floor().task(id).orElseThrow();
    }

    Operator operator(OperatorCode code) {
        return core.state().floor().operator(code).orElseThrow();
    }

    /** What somebody else records meanwhile. */
    void record(Command command) {
        Outcome outcome = core.submit(core.newCommand(), command).toCompletableFuture().join();
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    /** Keeps a picture in {@code target/pictures}; nothing in it may be cut. */
    void picture(String name) throws Exception {
        PictureBook.keep(name, drawn());
        assertThat(onFx(this::badlyPlaced)).as("cut or outside in " + name).isEmpty();
    }

    /** The window as it is drawn when all is loaded and laid out: it looks twice the same. */
    BufferedImage drawn() throws Exception {
        until("the pictures on it are loaded", this::loaded);
        BufferedImage image = laidOut();
        for (int pass = 0; pass < LAYOUTS_MAX; pass++) {
            BufferedImage before = image;
            image = laidOut();
            if (same(before, image)) {
                break;
            }
        }
        return image;
    }

    private boolean loaded() {
        return nodes(scene().getRoot()).stream()
                .filter(node -> node instanceof ImageView && shown(node))
                .map(node -> ((ImageView) node).getImage())
                .allMatch(image -> image == null || image.getProgress() >= 1);
    }

    private BufferedImage laidOut() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        onFx(this::layOut);
        WaitForAsyncUtils.waitForFxEvents();
        return onFx(() -> {
            layOut();
            return SwingFXUtils.fromFXImage(scene().snapshot(null), null);
        });
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        return Arrays.equals(pixels(one), pixels(other));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private boolean layOut() {
        for (int pass = 0; pass < 3; pass++) {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        }
        return true;
    }

    /** A node and all below it; a selector finds but one class. */
    private static List<Node> nodes(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(nodes(child)));
        }
        return all;
    }

    /** Words that are cut, and words or buttons that lie outside the window. */
    List<String> badlyPlaced() {
        List<String> bad = new ArrayList<>();
        for (Node node : nodes(scene().getRoot())) {
            if (Collections.disjoint(node.getStyleClass(), PLACED) || !shown(node)) {
                continue;
            }
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            boolean inside =
                    bounds.getMinX() >= -1
                            && bounds.getMinY() >= -1
                            && bounds.getMaxX() <= scene().getWidth() + 2
                            && bounds.getMaxY() <= scene().getHeight() + 2;
            boolean whole =
                    !(node instanceof Labeled labeled)
                            || labeled.getStyleClass().contains("may-be-cut")
                            || !labeled.isTextTruncated();
            if (!inside || !whole) {
                String what = node instanceof Labeled labeled ? labeled.getText() : node.toString();
                bad.add(what + (inside ? " cut " : " outside ") + bounds);
            }
        }
        return bad;
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(stage::close));
        kiosk.close();
        core.close();
    }
}
