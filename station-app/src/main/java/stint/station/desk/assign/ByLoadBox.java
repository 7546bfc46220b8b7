package stint.station.desk.assign;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.util.List;

/**
 * What sharing out by load would change, before it is done. Escape leaves it. Hidden until it is
 * opened. On the FX thread only.
 */
final class ByLoadBox extends VBox {

    private static final double WIDTH = 330;

    private final Texts texts;
    private final VBox lines = new VBox();
    private final CheckBox byHand = new CheckBox();
    private final Button ok = new Button();

    /**
     * A box that is closed.
     *
     * @param ask whether what people gave out is wanted, too, has changed
     * @param act it is to be done
     */
    ByLoadBox(Texts texts, Runnable ask, Runnable act) {
        this.texts = texts;
        setId("form-byload");
        getStyleClass().add("form");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        Label title = wrapped(texts.text("byload.title"), "title-4");
        byHand.setId("byload-hand");
        byHand.setText(texts.text("byload.hand"));
        byHand.setWrapText(true);
        Wrapping.guard(byHand);
        byHand.setOnAction(event -> ask.run());
        lines.setId("byload-lines");
        lines.getStyleClass().add("fields");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        ok.setId("byload-ok");
        ok.setText(texts.text("byload.ok"));
        ok.getStyleClass().add("accent");
        ok.setMinWidth(Region.USE_PREF_SIZE);
        ok.setOnAction(event -> act.run());
        Button cancel = new Button(texts.text("form.cancel"));
        cancel.setId("byload-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> close());
        HBox actions = new HBox(ok, cancel);
        actions.getStyleClass().add("bar");
        getChildren().addAll(title, byHand, scroll, actions);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        close();
    }

    private static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return Wrapping.guard(label);
    }

    /** Whether also what people gave out is to be shared out anew. */
    boolean byHand() {
        return byHand.isSelected();
    }

    /** Opens it; what would change comes later. */
    void open() {
        lines.getChildren().clear();
        ok.setDisable(true);
        setVisible(true);
        setManaged(true);
        byHand.requestFocus();
    }

    /** Says what would change; with nothing to change there is nothing to do. */
    void show(List<String> changes) {
        lines.getChildren()
                .setAll(
                        (changes.isEmpty() ? List.of(texts.text("byload.none")) : changes)
                                .stream().map(ByLoadBox::wrapped).toList());
        ok.setDisable(changes.isEmpty());
    }

    void close() {
        byHand.setSelected(false);
        setVisible(false);
        setManaged(false);
    }
}
