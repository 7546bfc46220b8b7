package stint.station.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Makes and changes the small parts of a screen. On the FX thread only. */
public final class Controls {

    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    private Controls() {}

    /** An icon of the size and colour of its style. */
    public static FontIcon icon(Ikon ikon) {
        return new FontIcon(ikon);
    }

    /** The arrow to what was before; it points to where the language begins. */
    public static Ikon before(Texts texts) {
        return texts.rightToLeft() ? Material2AL.CHEVRON_RIGHT : Material2AL.CHEVRON_LEFT;
    }

    /** The arrow to what comes next. */
    public static Ikon after(Texts texts) {
        return texts.rightToLeft() ? Material2AL.CHEVRON_LEFT : Material2AL.CHEVRON_RIGHT;
    }

    /** The arrow of a way back. */
    public static Ikon back(Texts texts) {
        return texts.rightToLeft() ? Material2AL.ARROW_FORWARD : Material2AL.ARROW_BACK;
    }

    /** Whether an outcome is awaited: shown, and kept in focus, which a disabled button is not. */
    public static void busy(Node button, boolean busy) {
        button.pseudoClassStateChanged(BUSY, busy);
    }

    /** A label that is never cut. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A touch button; its text is its accessible text. */
    public static Button button(String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        button.setAccessibleText(text);
        return button;
    }

    /** Gives a button its words, also for a screen reader, and its icon. */
    public static void say(Labeled labeled, String text, @Nullable Ikon ikon) {
        labeled.setText(text);
        labeled.setAccessibleText(text);
        labeled.setGraphic(ikon == null ? null : icon(ikon));
    }

    /** Sets a text, and takes the label away when there is none. */
    public static void showOrHide(Labeled label, @Nullable String text) {
        boolean there = text != null && !text.isEmpty();
        label.setText(there ? text : "");
        show(label, there);
    }

    /** Shows a part, or takes it away together with its place. */
    public static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
