package stint.station.ui.kit;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

import org.kordamp.ikonli.material2.Material2AL;

/**
 * Letters and digits for those who have only fingers: ticket numbers, orders and serials are
 * written with these. It holds no value: taps go to where typing goes. On the FX thread only.
 */
public final class Keyboard extends GridPane {

    private static final String[] ROWS = {"1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM"};

    /** Made by the FXML loader; dead until {@link #connect}. */
    public Keyboard() {
        getStyleClass().add("keyboard");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    /** Gives the keys something to do. */
    public void connect(Texts texts, InputTaker taker) {
        getChildren().clear();
        for (int row = 0; row < ROWS.length; row++) {
            for (int column = 0; column < ROWS[row].length(); column++) {
                String text = ROWS[row].substring(column, column + 1);
                add(key(Controls.button(text, () -> taker.typed(text), "key")), column, row);
            }
        }
        int last = ROWS.length - 1;
        int free = ROWS[last].length();
        Button erase = Controls.button(texts.text("pad.erase"), taker::erase, "key");
        erase.setText("");
        erase.setGraphic(Controls.icon(Material2AL.BACKSPACE));
        add(key(erase), free, last);
        Button clear = Controls.button(texts.text("pad.clear"), taker::clear, "key", "word");
        add(key(clear), free + 1, last, 2, 1);
    }

    private static Button key(Button key) {
        key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        // With a keyboard of one's own one types, and Tab goes past these.
        key.setFocusTraversable(false);
        return key;
    }
}
