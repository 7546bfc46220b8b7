package stint.station.ui.sop;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.sop.StepItem;
import stint.domain.sop.StepItem.Ask;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.Texts;
import stint.station.ui.sop.RunView.Asked;

import java.nio.file.Path;
import java.util.List;

/** What a step asks, and where it is answered. On the FX thread only. */
public final class AskPane extends VBox {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int PHOTO_COLUMNS = 2;
    private static final double PHOTO_WIDTH = 220;
    private static final double PHOTO_HEIGHT = 130;

    private final Label ask = new Label();
    private final Label hint = new Label();
    private final Label typed = new Label();
    private final Pad pad = new Pad();
    private final Button yes = new Button();
    private final Button no = new Button();
    private final HBox ticks = new HBox(yes, no);
    private final StackPane scanning = new StackPane();
    private final GridPane photos = new GridPane();
    private final Region space = new Region();
    private final Button write = new Button();
    private final Button skip = new Button();
    private final HBox others = new HBox(write, skip);

    private List<Path> drawn = List.of();

    /** Made by the FXML loader; dead until {@link #connect}. */
    public AskPane() {
        getStyleClass().add("stack");
        ask.setId("ask");
        ask.setWrapText(true);
        ask.setMaxWidth(Double.MAX_VALUE);
        ask.getStyleClass().add("run-ask");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        typed.setId("typed");
        typed.getStyleClass().add("typed");
        typed.setMaxWidth(Double.MAX_VALUE);
        pad.setId("pad");
        VBox.setVgrow(pad, Priority.ALWAYS);
        for (Button tick : List.of(yes, no)) {
            tick.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            tick.setPrefWidth(1); // Both the same, whatever their words.
            HBox.setHgrow(tick, Priority.ALWAYS);
            // An Enter in haste must not answer a safety check; their keys are 1 and 2.
            tick.setFocusTraversable(false);
        }
        yes.setId("yes");
        yes.getStyleClass().add("primary");
        no.setId("no");
        no.getStyleClass().add("run-no");
        ticks.getStyleClass().add("run-ticks");
        VBox.setVgrow(ticks, Priority.ALWAYS);
        scanning.getStyleClass().add("run-scan");
        scanning.getChildren().add(Controls.icon(Material2MZ.QR_CODE_SCANNER));
        VBox.setVgrow(scanning, Priority.ALWAYS);
        photos.getStyleClass().add("run-photos");
        for (int column = 0; column < PHOTO_COLUMNS; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / PHOTO_COLUMNS);
            photos.getColumnConstraints().add(constraints);
        }
        VBox.setVgrow(photos, Priority.ALWAYS);
        write.setId("write");
        write.getStyleClass().add("quiet");
        skip.setId("skip");
        skip.getStyleClass().add("quiet");
        others.getStyleClass().add("actions");
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(ask, hint, typed, pad, ticks, scanning, photos, space, others);
    }

    /** Gives it something to do. */
    void connect(Texts texts, RunModel model) {
        pad.connectWithPoint(texts, model);
        sayTick(yes, texts.text("sop.yes"), "1", Material2AL.CHECK);
        sayTick(no, texts.text("sop.no"), "2", Material2AL.CLOSE);
        Controls.say(write, texts.text("sop.type"), Material2AL.KEYBOARD);
        Controls.say(skip, texts.text("sop.skip"), Material2MZ.REDO);
        yes.setOnAction(event -> model.answer(StepItem.YES));
        no.setOnAction(event -> model.answer(StepItem.NO));
        write.setOnAction(event -> model.write());
        skip.setOnAction(event -> model.skip());
    }

    private static void sayTick(Button tick, String words, String key, Ikon icon) {
        Controls.say(tick, words, null);
        HBox graphic = new HBox(Controls.label(key, "keycap"), Controls.icon(icon));
        graphic.getStyleClass().add("actions");
        graphic.setAlignment(Pos.CENTER);
        tick.setGraphic(graphic);
    }

    /** Shows what is asked. */
    void show(Asked item, boolean busy, Texts texts, RunModel model) {
        ask.setText(question(item, texts));
        ask.setGraphic(item.safety() ? Controls.icon(Material2MZ.SECURITY) : null);
        ask.setAccessibleText(
                item.safety() ? texts.text("sop.safety", ask.getText()) : ask.getText());
        Ask kind = item.ask();
        boolean filled = !item.typed().isEmpty();
        boolean writes = kind == Ask.NUMBER || kind == Ask.TEXT;
        Controls.showOrHide(hint, writes || filled ? "" : hint(item, texts));
        Controls.show(typed, writes || filled);
        typed.setText(filled ? (item.typed() + " " + item.unit()).strip() : hint(item, texts));
        typed.pseudoClassStateChanged(FILLED, filled);
        // A number reads from left to right in every language.
        typed.setNodeOrientation(
                filled && kind == Ask.NUMBER
                        ? NodeOrientation.LEFT_TO_RIGHT
                        : NodeOrientation.INHERIT);
        Controls.show(pad, kind == Ask.NUMBER);
        Controls.show(ticks, kind == Ask.TICK);
        Controls.show(scanning, kind == Ask.SCAN);
        Controls.show(photos, kind == Ask.PHOTO);
        Controls.show(write, kind == Ask.SCAN || kind == Ask.PHOTO);
        Controls.show(space, kind == Ask.TEXT);
        Controls.show(skip, item.optional());
        Controls.show(others, write.isVisible() || skip.isVisible());
        List.of(yes, no, write, skip).forEach(button -> button.setDisable(busy));
        drawPhotos(item.photos(), model);
    }

    /** What is asked now, in words; empty for nothing. */
    String question() {
        return isVisible() ? ask.getText() : "";
    }

    private static String question(Asked item, Texts texts) {
        String label =
                item.place().isEmpty()
                        ? item.label()
                        : texts.text("sop.ask", item.place(), item.label());
        return item.limits().isEmpty() ? label : texts.text("sop.ask.limits", label, item.limits());
    }

    private static String hint(Asked item, Texts texts) {
        return switch (item.ask()) {
            case TICK -> "";
            case TEXT -> texts.text("write.words");
            case NUMBER -> texts.text("write.number");
            case SCAN -> texts.text("sop.scan");
            case PHOTO ->
                    item.photos().isEmpty()
                            ? texts.text("sop.photo.none")
                            : texts.text("sop.photo");
        };
    }

    private void drawPhotos(List<Path> files, RunModel model) {
        if (files.equals(drawn)) {
            return;
        }
        drawn = files;
        photos.getChildren().clear();
        for (int index = 0; index < files.size(); index++) {
            Path file = files.get(index);
            String name = file.getFileName().toString();
            Button button = Controls.button(name, () -> model.pick(file), "run-photo");
            button.setId("photo-" + (index + 1));
            button.setGraphic(
                    new ImageView(
                            new Image(
                                    file.toUri().toString(),
                                    PHOTO_WIDTH,
                                    PHOTO_HEIGHT,
                                    true,
                                    true,
                                    true)));
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setMaxWidth(Double.MAX_VALUE);
            photos.add(button, index % PHOTO_COLUMNS, index / PHOTO_COLUMNS);
        }
    }
}
