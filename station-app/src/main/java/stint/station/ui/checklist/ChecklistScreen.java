package stint.station.ui.checklist;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.bench.Problem;
import stint.station.ui.checklist.ChecklistView.Row;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;

import java.util.List;

/** The controller of {@code ChecklistScreen.fxml}. On the FX thread only. */
public final class ChecklistScreen {

    private final ChecklistModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private Label progress;
    @FXML private VBox items;
    @FXML private ProblemLabel problem;
    @FXML private Button back;
    @FXML private Pager pager;
    @FXML private Button done;

    private List<Row> drawn = List.of();

    /** For the FXML loader. */
    public ChecklistScreen(ChecklistModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(back, texts.text("check.later"), Controls.back(texts));
        back.setOnAction(event -> model.later());
        done.setOnAction(event -> model.submit());
        pager.connect(texts, model::turn);
        model.view().follow(this::draw);
    }

    private void draw(ChecklistView view) {
        title.setText(view.title());
        Controls.showOrHide(progress, view.progress());
        Problem.show(view.problem(), problem, texts);
        pager.show(view.page(), view.pages());
        Controls.say(
                done,
                view.busy() ? texts.text("work.recording") : view.done(),
                view.busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.CHECK);
        Controls.busy(done, view.busy() || !view.ready());
        if (!view.rows().equals(drawn)) {
            drawRows(view.rows());
        }
    }

    private void drawRows(List<Row> rows) {
        boolean same =
                rows.stream().map(Row::key).toList().equals(drawn.stream().map(Row::key).toList());
        drawn = rows;
        if (!same) {
            items.getChildren().setAll(rows.stream().map(this::button).toList());
        }
        // A button that stays keeps the focus.
        for (int index = 0; index < rows.size(); index++) {
            ((CheckButton) items.getChildren().get(index)).show(rows.get(index), texts);
        }
    }

    private CheckButton button(Row row) {
        return new CheckButton(row, () -> model.answer(row.key()));
    }
}
