package stint.station.ui.kit;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.ArrayList;
import java.util.List;

/**
 * Letters and digits for those who have only fingers: ticket numbers, orders and serials are
 * written with these, and notes in one's own language. It holds no text: taps go to where typing
 * goes. On the FX thread only.
 */
public final class Keyboard extends VBox {

    /** What a mark that stands over or under a letter is shown with. */
    private static final String NO_LETTER = "◌";

    /** Made by the FXML loader; dead until {@link #connect}. */
    public Keyboard() {
        getStyleClass().add("keyboard");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    /**
     * Gives the keys something to do.
     *
     * @param first which letters are shown first; the operator's own are one key away
     */
    public void connect(Texts texts, InputTaker taker, Letters first) {
        show(new Keys(texts, taker, Letters.of(texts), first, false));
    }

    private void show(Keys keys) {
        List<Node> rows = new ArrayList<>();
        for (String row : keys.letters().rows(keys.shift())) {
            rows.add(row(row.chars().mapToObj(each -> letter(keys, (char) each)).toList()));
        }
        rows.add(row(lastRow(keys)));
        getChildren().setAll(rows);
    }

    private static HBox row(List<? extends Node> keys) {
        HBox row = new HBox();
        row.getStyleClass().add("keys");
        row.setAlignment(Pos.CENTER);
        row.getChildren().setAll(keys);
        return row;
    }

    private Button letter(Keys keys, char character) {
        String text = String.valueOf(character);
        boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
        Button key = Controls.button(text, () -> type(keys, text), "key");
        key.setText(mark ? NO_LETTER + text : text);
        return key(key);
    }

    private void type(Keys keys, String text) {
        keys.taker().typed(text);
        if (keys.shift()) {
            show(keys.with(keys.letters(), false));
        }
    }

    private List<Node> lastRow(Keys keys) {
        Texts texts = keys.texts();
        List<Node> row = new ArrayList<>();
        if (keys.letters().hasShifted()) {
            Button more = icon(texts.text("keys.more"), Material2AL.KEYBOARD_ARROW_UP);
            more.setId("shift");
            more.setOnAction(event -> show(keys.with(keys.letters(), !keys.shift())));
            row.add(more);
        }
        if (keys.own() != Letters.LATIN) {
            Letters other = keys.letters() == keys.own() ? Letters.LATIN : keys.own();
            Button turn = Controls.button(other.sign(), () -> show(keys.with(other, false)));
            turn.getStyleClass().addAll("key", "word");
            turn.setAccessibleText(texts.text("keys.other", other.sign()));
            turn.setId("letters");
            row.add(key(turn));
        }
        Button blank = icon(texts.text("keys.blank"), Material2MZ.SPACE_BAR);
        blank.setId("blank");
        blank.setOnAction(event -> keys.taker().typed(" "));
        HBox.setHgrow(blank, Priority.ALWAYS);
        row.add(blank);
        Button erase = icon(texts.text("pad.erase"), Material2AL.BACKSPACE);
        erase.setOnAction(event -> keys.taker().erase());
        row.add(erase);
        row.add(key(Controls.button(texts.text("pad.clear"), keys.taker()::clear, "key", "word")));
        return row;
    }

    private static Button icon(String words, Ikon icon) {
        Button key = Controls.button(words, () -> {}, "key");
        key.setText("");
        key.setGraphic(Controls.icon(icon));
        return key(key);
    }

    private static Button key(Button key) {
        key.setMaxWidth(Double.MAX_VALUE);
        // With a keyboard of one's own one types, and Tab goes past these.
        key.setFocusTraversable(false);
        return key;
    }

    /** Which keys there are, and where they lead. */
    private record Keys(
            Texts texts, InputTaker taker, Letters own, Letters letters, boolean shift) {

        Keys with(Letters other, boolean shifted) {
            return new Keys(texts, taker, own, other, shifted);
        }
    }
}
