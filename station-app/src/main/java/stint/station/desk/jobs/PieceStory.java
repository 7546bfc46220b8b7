package stint.station.desk.jobs;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.protocol.SerialView;

/** What was done to the piece that is chosen, by whom and when (SN-5). On the FX thread only. */
final class PieceStory {

    private static final double WIDTH = 330;

    private final Desk desk;
    private final Texts texts;
    private final VBox view = new VBox();
    private String wanted = "";

    PieceStory(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(PieceStory.class);
        view.setId("story");
        view.getStyleClass().add("fields");
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
        of("");
    }

    Node view() {
        return view;
    }

    /** Of another piece; empty for none. */
    void of(String serial) {
        wanted = serial;
        view.getChildren().clear();
        view.setVisible(!serial.isEmpty());
        view.setManaged(!serial.isEmpty());
        if (serial.isEmpty()) {
            return;
        }
        desk.client()
                .get(
                        DeskClient.path("serials", serial),
                        SerialView.class,
                        reply ->
                                reply.ifOk(piece -> {
                                    if (piece.serial().equals(wanted)) {
                                        show(piece);
                                    }
                                }));
    }

    private void show(SerialView piece) {
        view.getChildren().clear();
        say(texts.text("story.title", piece.serial()), "field-name");
        if (piece.steps().isEmpty()) {
            say(texts.text("story.none"), "soft");
        }
        for (SerialView.Step step : piece.steps()) {
            say(
                    texts.text(
                            "story.step",
                            step.task(),
                            step.name(),
                            texts.moment(step.to(), desk.clock().instant()),
                            Math.round(step.minutes())),
                    "story-step");
        }
    }

    private void say(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        view.getChildren().add(Wrapping.guard(label));
    }
}
