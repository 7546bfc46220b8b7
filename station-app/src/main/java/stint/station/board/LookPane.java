package stint.station.board;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import stint.board.BoardTexts;

import java.util.List;
import java.util.Locale;

/**
 * The open exceptions over the board, for a supervisor who walked up to it: choose one, say what
 * was found, and who says so (EX-2). On the FX thread only.
 */
final class LookPane extends StackPane {

    /**
     * An exception that can be acknowledged.
     *
     * @param key names it
     * @param text what it says
     * @param version what was seen of it
     */
    record Open(String key, String text, @Nullable String version) {}

    /** Tells the server; {@link LookPane#answered} is called with what became of it. */
    @FunctionalInterface
    interface Teller {

        void acknowledge(String code, String pin, Open exception, String note);
    }

    private final BoardTexts texts;
    private final ListView<Open> list = new ListView<>();
    private final TextField note = new TextField();
    private final TextField code = new TextField();
    private final PasswordField pin = new PasswordField();
    private final Label answer = new Label();
    private final Button looked;

    LookPane(BoardTexts texts, Teller teller, Runnable close) {
        this.texts = texts;
        getStyleClass().add("look");
        setVisible(false);
        list.setId("look-list");
        list.setCellFactory(any -> new Cell());
        list.setPlaceholder(new Label(texts.text("look.none")));
        note.setId("look-note");
        code.setId("look-code");
        pin.setId("look-pin");
        answer.setId("look-answer");
        answer.setWrapText(true);
        looked = new Button(texts.text("look.acknowledge"));
        looked.setId("look-acknowledge");
        looked.setDefaultButton(true);
        looked.setOnAction(event -> tell(teller));
        Button closing = new Button(texts.text("look.close"));
        closing.setId("look-close");
        closing.setCancelButton(true);
        closing.setOnAction(event -> close.run());
        BooleanBinding unsaid =
                note.textProperty()
                        .isEmpty()
                        .or(code.textProperty().isEmpty())
                        .or(pin.textProperty().isEmpty())
                        .or(Bindings.isNull(list.getSelectionModel().selectedItemProperty()));
        looked.disableProperty().bind(unsaid);
        getChildren().add(sheet(closing));
    }

    private VBox sheet(Button closing) {
        Label title = new Label(texts.text("look.title"));
        title.getStyleClass().add("look-title");
        HBox who =
                new HBox(
                        field("look.note", note),
                        field("look.code", code),
                        field("look.pin", pin),
                        looked);
        who.getStyleClass().add("look-row");
        who.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setHgrow(who.getChildren().getFirst(), Priority.ALWAYS);
        looked.setMinWidth(USE_PREF_SIZE);
        HBox above = new HBox(title, answer, closing);
        above.getStyleClass().add("look-row");
        above.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(answer, Priority.ALWAYS);
        answer.setMaxWidth(Double.MAX_VALUE);
        closing.setMinWidth(USE_PREF_SIZE);
        VBox sheet = new VBox(above, list, who);
        sheet.getStyleClass().add("look-sheet");
        VBox.setVgrow(list, Priority.ALWAYS);
        return sheet;
    }

    private VBox field(String key, TextField input) {
        Label label = new Label(texts.text(key));
        label.setLabelFor(input);
        return new VBox(label, input);
    }

    /** Shows it, with nothing of whoever was here before. */
    void open() {
        note.clear();
        code.clear();
        pin.clear();
        answer.setText("");
        setVisible(true);
        list.requestFocus();
    }

    /** Hides it. */
    void close() {
        setVisible(false);
        pin.clear();
    }

    /** What there is to look at; the choice stays where it was, and is the first one at first. */
    void show(List<Open> open) {
        if (!list.getItems().equals(open)) {
            Open chosen = list.getSelectionModel().getSelectedItem();
            list.setItems(FXCollections.observableArrayList(open));
            Open same =
                    open.stream()
                            .filter(item -> chosen != null && item.key().equals(chosen.key()))
                            .findFirst()
                            .orElse(null);
            if (same != null) {
                list.getSelectionModel().select(same);
            } else {
                list.getSelectionModel().selectFirst();
            }
        }
    }

    private void tell(Teller teller) {
        answer.setText("");
        teller.acknowledge(
                code.getText().strip(),
                pin.getText(),
                list.getSelectionModel().getSelectedItem(),
                note.getText().strip());
    }

    /** What became of it. The PIN is typed anew for whatever comes next. */
    void answered(DeskLine.Answer became) {
        pin.clear();
        answer.setText(texts.text("look." + became.name().toLowerCase(Locale.ROOT)));
        if (became == DeskLine.Answer.DONE) {
            note.clear();
        }
    }

    private static final class Cell extends ListCell<Open> {

        @Override
        protected void updateItem(Open item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.text());
        }
    }
}
