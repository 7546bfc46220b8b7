package stint.station.ui.entry;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.InputTaker;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.PieceGrid;
import stint.station.ui.kit.Texts;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A number and its pad, or pieces to tap. On the FX thread only. */
public final class EntryPane extends VBox {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int COLUMNS = 3;

    private final Label ask = new Label();
    private final Label typed = new Label();
    private final Pad pad = new Pad();
    private final GridPane pieces = new GridPane();
    private final Pager pager = new Pager();

    private Consumer<String> toggle = serial -> {};
    private String emptyNumber = "";
    private String emptySerial = "";

    /** Made by the FXML loader; dead until {@link #connect}. */
    public EntryPane() {
        getStyleClass().add("stack");
        ask.setId("ask");
        ask.getStyleClass().add("ask");
        ask.setMaxWidth(Double.MAX_VALUE);
        typed.setId("typed");
        typed.getStyleClass().add("typed");
        typed.setMaxWidth(Double.MAX_VALUE);
        pieces.setId("pieces");
        pieces.getStyleClass().add("pieces");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / COLUMNS);
            pieces.getColumnConstraints().add(constraints);
        }
        VBox.setVgrow(pad, Priority.ALWAYS);
        VBox.setVgrow(pieces, Priority.ALWAYS);
        getChildren().setAll(ask, typed, pad, pieces, pager);
    }

    /**
     * Gives it something to do.
     *
     * @param tapped takes the serial of a piece
     * @param turn takes -1 or 1
     */
    public void connect(Texts texts, InputTaker taker, Consumer<String> tapped, IntConsumer turn) {
        pad.connect(texts, taker);
        pager.connect(texts, turn);
        toggle = tapped;
        emptyNumber = texts.text("work.quantity.empty");
        emptySerial = texts.text("work.serial.empty");
    }

    /**
     * Shows it.
     *
     * @param question what is asked; where there is no room for it, empty
     * @param tight whether something else needs the room of what was typed
     */
    public void show(Entry entry, String question, boolean tight) {
        Controls.show(this, !(entry instanceof Entry.None));
        Controls.showOrHide(ask, question);
        Controls.show(pad, entry instanceof Entry.Quantity);
        Controls.show(typed, !(tight && entry instanceof Entry.Pieces));
        Controls.show(pieces, entry instanceof Entry.Pieces);
        switch (entry) {
            case Entry.None none -> pager.show(0, 1);
            case Entry.Quantity quantity -> {
                showTyped(quantity.typed(), emptyNumber);
                pager.show(0, 1);
            }
            case Entry.Pieces many -> {
                showTyped(many.typed(), emptySerial);
                PieceGrid.draw(pieces, many.pieces(), toggle);
                pager.show(many.page(), many.pages());
            }
        }
    }

    private void showTyped(String text, String otherwise) {
        typed.setText(text.isEmpty() ? otherwise : text);
        typed.pseudoClassStateChanged(FILLED, !text.isEmpty());
    }
}
