package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import stint.installer.Windows;
import stint.station.desk.DeskOptions;
import stint.station.desk.DeskWindow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A desk in front of a {@link DeskSite}, used as by a person: see, tap, type, press. A selector is
 * JavaFX's, such as {@code #jobs}. Any thread but the FX thread.
 */
final class DeskDriver implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures", "desk");
    private static final long PATIENCE_S = 30;

    private final Stage stage;
    private final DeskWindow window;

    private DeskDriver(Stage stage, DeskWindow window) {
        this.stage = stage;
        this.window = window;
    }

    /** Opens a window with the question who sits there, in English. */
    static DeskDriver open(DeskSite site) throws Exception {
        FxToolkit.registerPrimaryStage();
        return onFx(() -> {
            Stage stage = new Stage();
            DeskWindow window =
                    DeskWindow.show(
                            stage,
                            new DeskOptions(site.link(), Locale.ENGLISH, DeskSite.ZONE, true));
            return new DeskDriver(stage, window);
        });
    }

    /** The same, with somebody signed in. */
    static DeskDriver open(DeskSite site, String who) throws Exception {
        return open(site).signIn(who);
    }

    DeskDriver signIn(String who) throws Exception {
        return type("#login-code", who)
                .type("#login-pin", DeskSite.PIN)
                .tap("#login-enter")
                .see("#page-title");
    }

    /** Opens one of the pages, by its key. */
    DeskDriver page(String key) throws Exception {
        return tap("#page-" + key);
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Waits, looking again whenever the FX thread has nothing else to do. */
    DeskDriver until(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, () -> onFx(holds));
        } catch (TimeoutException e) {
            keepFailure();
            fail("waited in vain: " + what, e);
        }
        return this;
    }

    private void keepFailure() {
        try {
            picture("failed");
        } catch (Exception e) {
            throw new AssertionError("no picture of the failure", e);
        }
    }

    /** The first node that is shown. On the FX thread. */
    Optional<Node> find(String selector) {
        return scene().getRoot().lookupAll(selector).stream().filter(DeskDriver::shown).findFirst();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** All words that a node and those below it show. On the FX thread. */
    static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (!shown(node)) {
            return words;
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> words.add(labeled.getText());
            case TextInputControl input when input.getText() != null -> words.add(input.getText());
            case Text text -> words.add(text.getText());
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
        }
        return words;
    }

    /** All words of the node that a selector names, one after the other. */
    String said(String selector) throws Exception {
        return onFx(() -> find(selector).map(node -> String.join("\n", words(node))).orElse(""));
    }

    DeskDriver see(String selector) {
        return until(selector + " is there", () -> find(selector).isPresent());
    }

    /** Waits until a node, or one below it, shows words; line breaks are blanks. */
    DeskDriver see(String selector, String text) {
        return until(
                selector + " shows \"" + text + "\"",
                () ->
                        find(selector)
                                .map(node -> String.join("\n", words(node)))
                                .map(said ->
                                        said.contains(text)
                                                || said.replace('\n', ' ').contains(text))
                                .orElse(false));
    }

    DeskDriver gone(String selector) {
        return until(selector + " is gone", () -> find(selector).isEmpty());
    }

    /** Taps a button once it takes taps. */
    DeskDriver tap(String selector) throws Exception {
        until(
                selector + " can be tapped",
                () -> find(selector).map(node -> !node.isDisabled()).orElse(false));
        onFx(() -> {
            ((ButtonBase) find(selector).orElseThrow()).fire();
            return true;
        });
        return this;
    }

    /** Fills a field, in place of what is in it. */
    DeskDriver type(String selector, String text) throws Exception {
        see(selector);
        onFx(() -> {
            Node node = find(selector).orElseThrow();
            node.requestFocus();
            switch (node) {
                case TextInputControl input -> input.setText(text);
                case ComboBox<?> box -> box.getEditor().setText(text);
                default -> throw new AssertionError(selector + " takes no text: " + node);
            }
            return true;
        });
        return this;
    }

    /** Picks a date. */
    DeskDriver date(String selector, LocalDate date) throws Exception {
        see(selector);
        onFx(() -> {
            ((DatePicker) find(selector).orElseThrow()).setValue(date);
            return true;
        });
        return this;
    }

    /** Chooses what shows some words in a list that drops down, once it is there. */
    DeskDriver choose(String selector, String words) throws Exception {
        until(selector + " offers \"" + words + "\"", () -> offered(selector, words).isPresent());
        onFx(() -> {
            pick(find(selector).orElseThrow(), offered(selector, words).orElseThrow());
            return true;
        });
        return this;
    }

    @SuppressWarnings("unchecked")
    private static void pick(Node box, Object value) {
        ((ComboBox<Object>) box).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private Optional<Object> offered(String selector, String words) {
        return find(selector)
                .map(node -> (ComboBox<Object>) node)
                .flatMap(box ->
                        box.getItems().stream()
                                .filter(item ->
                                        box.getConverter() == null
                                                ? String.valueOf(item).contains(words)
                                                : box.getConverter().toString(item).contains(words))
                                .findFirst());
    }

    /** Chooses the row of a table that shows some words, once it is there. */
    DeskDriver row(String table, String words) throws Exception {
        until(table + " has a row with \"" + words + "\"", () -> rowOf(table, words) >= 0);
        onFx(() -> {
            TableView<?> view = (TableView<?>) find(table).orElseThrow();
            int row = rowOf(table, words);
            view.getSelectionModel().clearAndSelect(row);
            view.scrollTo(row);
            view.requestFocus();
            return true;
        });
        return this;
    }

    private int rowOf(String table, String words) {
        if (!(find(table).orElse(null) instanceof TableView<?> view)) {
            return -1;
        }
        for (int row = 0; row < view.getItems().size(); row++) {
            int at = row;
            boolean has =
                    view.getColumns().stream()
                            .map(column -> String.valueOf(column.getCellData(at)))
                            .anyMatch(cell -> cell.contains(words));
            if (has) {
                return row;
            }
        }
        return -1;
    }

    /** How many rows a table has. */
    int rows(String table) throws Exception {
        return onFx(() -> ((TableView<?>) find(table).orElseThrow()).getItems().size());
    }

    /** Puts the focus somewhere. */
    DeskDriver focus(String selector) throws Exception {
        see(selector);
        onFx(() -> {
            find(selector).orElseThrow().requestFocus();
            return true;
        });
        return this;
    }

    /** Presses a key where the focus is. */
    DeskDriver press(KeyCode code) throws Exception {
        return press(code, false);
    }

    /** The same with the shortcut key of the system. */
    DeskDriver shortcut(KeyCode code) throws Exception {
        return press(code, true);
    }

    private DeskDriver press(KeyCode code, boolean control) throws Exception {
        onFx(() -> {
            fire(KeyEvent.KEY_PRESSED, code, control);
            fire(KeyEvent.KEY_RELEASED, code, control);
            return true;
        });
        return this;
    }

    private void fire(javafx.event.EventType<KeyEvent> type, KeyCode code, boolean control) {
        Node focused = scene().getFocusOwner();
        EventTarget target = focused == null || focused.getScene() == null ? scene() : focused;
        Event.fireEvent(target, new KeyEvent(type, "", "", code, false, control, false, false));
    }

    /** Keeps a picture in {@code target/pictures/desk}; no button, badge or title in it is cut. */
    DeskDriver picture(String name) throws Exception {
        for (int pass = 0; pass < 2; pass++) {
            WaitForAsyncUtils.waitForFxEvents();
            onFx(() -> {
                scene().getRoot().applyCss();
                scene().getRoot().layout();
                return true;
            });
        }
        Windows.picture(scene(), PICTURES.resolve(name + ".png"));
        if (!name.equals("failed")) {
            assertThat(onFx(() -> cut(scene().getRoot()))).as("cut in " + name).isEmpty();
        }
        return this;
    }

    /** Words of buttons, badges and titles that are cut; a table's cells may be. */
    private static List<String> cut(Node node) {
        List<String> cut = new ArrayList<>();
        if (!shown(node)) {
            return cut;
        }
        boolean whole =
                node instanceof ButtonBase
                        || node.getStyleClass().contains("badge")
                        || node.getStyleClass().contains("title-3")
                        || node.getStyleClass().contains("field-name");
        if (whole && node instanceof Labeled labeled && labeled.isTextTruncated()) {
            cut.add(Objects.toString(labeled.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut.addAll(cut(child)));
        }
        return cut;
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitFor(
                WaitForAsyncUtils.asyncFx(() -> {
                    stage.close();
                    window.close();
                }));
    }
}
