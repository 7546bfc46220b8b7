package stint.station.ui.station;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.Texts;
import stint.station.ui.station.StationsView.Seat;

import java.util.List;

/** The controller of {@code StationsScreen.fxml}. On the FX thread only. */
public final class StationsScreen {

    private static final int COLUMNS = 2;

    private final StationsModel model;
    private final Texts texts;

    @FXML private GridPane seats;
    @FXML private Pager pager;
    @FXML private Button back;

    private List<Seat> drawn = List.of();

    /** For the FXML loader. */
    public StationsScreen(StationsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(back, texts.text("queue.logout"), Controls.back(texts));
        back.setOnAction(event -> model.leave());
        pager.connect(texts, model::turn);
        model.view().follow(this::draw);
    }

    private void draw(StationsView view) {
        pager.show(view.page(), view.pages());
        if (view.seats().equals(drawn)) {
            return;
        }
        drawn = view.seats();
        seats.getChildren().clear();
        for (int index = 0; index < drawn.size(); index++) {
            seats.add(button(drawn.get(index)), index % COLUMNS, index / COLUMNS);
        }
    }

    private Button button(Seat seat) {
        Button button =
                Controls.button(
                        seat.code(),
                        () -> model.choose(seat.code()),
                        seat.last() ? "primary" : "option",
                        "seat");
        button.setId("seat-" + seat.code());
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        Label hint = Controls.label(seat.hint(), "answer-hint", "may-be-cut");
        hint.setMinWidth(0);
        VBox words = new VBox(Controls.label(seat.code(), "answer"), hint);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(Controls.label(String.valueOf(seat.number()), "keycap"), words);
        row.getStyleClass().add("actions");
        row.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(seat.code() + ". " + seat.hint());
        return button;
    }
}
