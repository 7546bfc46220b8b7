package stint.station.ui.station;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.event.StationStatus;
import stint.station.ui.bench.StationWords;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.MetricRow;
import stint.station.ui.kit.Texts;
import stint.station.ui.station.StationView.Row;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The controller of {@code StationScreen.fxml}. On the FX thread only. */
public final class StationScreen {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WHEN_WIDTH = 220;

    private final StationModel model;
    private final Texts texts;

    @FXML private Label station;
    @FXML private Label standing;
    @FXML private Label others;
    @FXML private HBox statuses;
    @FXML private MetricRow metrics;
    @FXML private StatusLine line;
    @FXML private VBox rows;
    @FXML private Button back;
    @FXML private Button note;
    @FXML private Button leave;

    private final Map<StationStatus, Button> buttons = new EnumMap<>(StationStatus.class);
    private List<Row> drawn = List.of();

    /** For the FXML loader. */
    public StationScreen(StationModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(back, texts.text("work.list"), Controls.back(texts));
        Controls.say(note, texts.text("status.note.add"), Material2AL.EDIT);
        Controls.say(leave, texts.text("station.leave"), Material2AL.DIRECTIONS_WALK);
        back.setOnAction(event -> model.toWork());
        note.setOnAction(event -> model.note());
        leave.setOnAction(event -> model.leave());
        for (StationStatus status : StationStatus.values()) {
            Button button =
                    Controls.button(
                            StationWords.status(status, texts),
                            () -> model.set(status),
                            "status-choice");
            button.setId("status-" + status.name().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setGraphic(Controls.icon(StatusIcons.of(status)));
            HBox.setHgrow(button, Priority.ALWAYS);
            statuses.getChildren().add(button);
            buttons.put(status, button);
        }
        model.view().follow(this::draw);
    }

    private void draw(StationView view) {
        station.setText(view.station());
        standing.setText(view.standing());
        standing.setGraphic(
                Controls.icon(
                        view.status() == null
                                ? Material2MZ.RADIO_BUTTON_UNCHECKED
                                : StatusIcons.of(view.status())));
        Controls.showOrHide(others, view.others());
        others.setGraphic(Controls.icon(Material2AL.GROUP));
        boolean here = view.status() != null;
        buttons.forEach((status, button) -> {
            button.pseudoClassStateChanged(CHOSEN, status == view.status());
            button.setDisable(!here);
        });
        note.setDisable(!here);
        leave.setDisable(!here);
        metrics.show(view.metrics());
        line.show(view);
        if (!view.rows().equals(drawn)) {
            drawn = view.rows();
            rows.getChildren().setAll(drawn.stream().map(StationScreen::row).toList());
        }
    }

    private static Node row(Row row) {
        Label when = Controls.label(row.when(), "when");
        when.setPrefWidth(WHEN_WIDTH);
        Label what = Controls.label(row.what(), "what");
        what.setGraphic(Controls.icon(StatusIcons.of(row.status())));
        Label why = new Label(row.why());
        why.getStyleClass().addAll("when", "may-be-cut");
        why.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox box = new HBox(when, what, why, space, Controls.label(row.length(), "number"));
        box.getStyleClass().add("row");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
