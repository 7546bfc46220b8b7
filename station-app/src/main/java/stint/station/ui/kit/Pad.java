package stint.station.ui.kit;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

import org.kordamp.ikonli.material2.Material2AL;

/**
 * Ten digits, clear and erase, each a target for a gloved finger. It holds no value: taps go to
 * where typing goes. On the FX thread only.
 */
public final class Pad extends GridPane {

    private static final String[] KEYS = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    private static final int COLUMNS = 3;

    /** Made by the FXML loader; dead until {@link #connect}. */
    public Pad() {
        getStyleClass().add("pad");
        // Digits run from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / COLUMNS);
            constraints.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(constraints);
        }
        for (int row = 0; row <= KEYS.length / COLUMNS; row++) {
            RowConstraints constraints = new RowConstraints();
            constraints.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(constraints);
        }
    }

    /** Gives the keys something to do: what they type goes to where typing goes. */
    public void connect(Texts texts, InputTaker taker) {
        Button clearKey = key("", taker::clear);
        Controls.say(clearKey, texts.text("pad.clear"), null);
        clearKey.getStyleClass().add("word");
        connect(texts, taker, clearKey);
    }

    /** The same for a number that was measured: a point in place of clear. */
    public void connectWithPoint(Texts texts, InputTaker taker) {
        connect(texts, taker, key(".", () -> taker.typed(".")));
    }

    private void connect(Texts texts, InputTaker taker, Button beforeZero) {
        getChildren().clear();
        for (int index = 0; index < KEYS.length; index++) {
            String key = KEYS[index];
            add(key(key, () -> taker.typed(key)), index % COLUMNS, index / COLUMNS);
        }
        Button eraseKey = key("", taker::erase);
        eraseKey.setGraphic(Controls.icon(Material2AL.BACKSPACE));
        eraseKey.setAccessibleText(texts.text("pad.erase"));
        int last = KEYS.length / COLUMNS;
        add(beforeZero, 0, last);
        add(key("0", () -> taker.typed("0")), 1, last);
        add(eraseKey, 2, last);
    }

    private static Button key(String text, Runnable action) {
        Button key = Controls.button(text, action, "key");
        key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        // The pad is for fingers; with a keyboard one types, and Tab goes past it.
        key.setFocusTraversable(false);
        return key;
    }
}
