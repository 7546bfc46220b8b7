package stint.station.ui.sop;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.station.ui.sop.RunsView.Row;
import stint.station.ui.sop.RunsView.Start;

import java.util.List;

/** The controller of {@code RunsScreen.fxml}. On the FX thread only. */
public final class RunsScreen {

    private final RunsModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private VBox starts;
    @FXML private Label notice;
    @FXML private ProblemLabel problem;
    @FXML private Label heading;
    @FXML private VBox rows;
    @FXML private Button back;
    @FXML private Pager pager;

    private List<Start> drawnStarts = List.of();
    private List<Row> drawnRows = List.of();

    /** For the FXML loader. */
    public RunsScreen(RunsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(back, texts.text("back"), Controls.back(texts));
        back.setOnAction(event -> model.leave());
        pager.connect(texts, model::turn);
        model.view().follow(this::draw);
    }

    private void draw(RunsView view) {
        title.setText(view.title());
        Controls.showOrHide(notice, view.notice());
        problem.say(view.problem(), "");
        Controls.showOrHide(heading, view.rows().isEmpty() ? "" : view.heading());
        pager.show(view.page(), view.pages());
        if (!view.starts().equals(drawnStarts)) {
            drawnStarts = view.starts();
            starts.getChildren().clear();
            for (Start start : drawnStarts) {
                starts.getChildren().add(start(start));
            }
        }
        starts.getChildren().forEach(button -> Controls.busy(button, view.busy()));
        if (!view.rows().equals(drawnRows)) {
            drawnRows = view.rows();
            rows.getChildren().setAll(drawnRows.stream().map(this::row).toList());
        }
    }

    /** The first is the one most likely meant. */
    private Button start(Start start) {
        boolean first = drawnStarts.indexOf(start) == 0;
        Button button =
                Controls.button(
                        start.label(), () -> model.choose(start), first ? "primary" : "option");
        Controls.say(button, start.label(), Material2MZ.PLAY_ARROW);
        button.setId(start.open() ? "goOn" : "start-" + start.code());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        return Wrapping.guard(button);
    }

    private Node row(Row row) {
        Label what = Controls.label(row.what(), "what");
        what.setMinWidth(0);
        Label when = Controls.label(row.when(), "said");
        when.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(new VBox(what, when), space, Controls.label(row.state(), "state"));
        line.getStyleClass().add("check-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = Controls.button(row.what(), () -> model.look(row.id()), "run-row");
        button.setId("run-" + row.id().replaceAll("[^A-Za-z0-9-]", "-"));
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(row.what() + ". " + row.when() + ". " + row.state());
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(44));
        return button;
    }
}
