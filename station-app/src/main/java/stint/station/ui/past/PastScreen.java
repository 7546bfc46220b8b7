package stint.station.ui.past;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.Texts;

/** The controller of {@code PastScreen.fxml}. On the FX thread only. */
public final class PastScreen {

    private static final double WHEN_WIDTH = 200;

    private final PastModel model;
    private final Texts texts;

    @FXML private VBox rows;
    @FXML private Label notice;
    @FXML private Pager pager;
    @FXML private Button back;

    /** For the FXML loader. */
    public PastScreen(PastModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(back, texts.text("work.list"), Controls.back(texts));
        back.setOnAction(event -> model.leave());
        pager.connect(texts, model::turn);
        model.view().follow(this::draw);
    }

    private void draw(PastView view) {
        rows.getChildren().setAll(view.rows().stream().map(PastScreen::row).toList());
        Controls.showOrHide(notice, view.notice());
        pager.show(view.page(), view.page() + (view.more() ? 2 : 1));
    }

    private static Node row(PastView.Row row) {
        Label when = Controls.label(row.when(), "when");
        when.setPrefWidth(WHEN_WIDTH);
        Label what = new Label(row.what());
        what.getStyleClass().add("what");
        what.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox box =
                new HBox(
                        when,
                        what,
                        space,
                        Controls.label(row.state(), "when"),
                        Controls.label(row.made(), "number"));
        box.getStyleClass().add("row");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
