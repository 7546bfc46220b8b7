package stint.station.ui.dialog;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import stint.station.ui.bench.Problem;
import stint.station.ui.dialog.ChoiceView.Kind;
import stint.station.ui.dialog.ChoiceView.Option;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.DialogBox;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.util.List;

/** The controller of {@code ChoiceDialog.fxml}. On the FX thread only. */
public final class ChoiceDialog {

    /** So many answers are read one under the other; more stand in two columns. */
    private static final int ONE_COLUMN_MAX = 3;

    private final ChoiceModel model;
    private final Texts texts;

    @FXML private DialogBox box;
    @FXML private VBox lines;
    @FXML private GridPane options;

    private List<Option> drawn = List.of();

    /** For the FXML loader. */
    public ChoiceDialog(ChoiceModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        box.connect(texts, model::back);
        model.view().follow(this::draw);
    }

    private void draw(ChoiceView view) {
        box.ask(view.title());
        box.back(view.back(), texts);
        Problem.show(view.problem(), box.problem(), texts);
        if (!view.options().equals(drawn) || lines.getChildren().isEmpty()) {
            drawn = view.options();
            lines.getChildren().setAll(view.lines().stream().map(ChoiceDialog::line).toList());
            drawOptions();
        }
        Controls.busy(options, view.busy());
    }

    private void drawOptions() {
        options.getChildren().clear();
        options.getColumnConstraints().clear();
        int columns = drawn.size() > ONE_COLUMN_MAX ? 2 : 1;
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            options.getColumnConstraints().add(constraints);
        }
        for (int index = 0; index < drawn.size(); index++) {
            Button button = option(drawn.get(index), index + 1);
            button.setMaxWidth(Double.MAX_VALUE);
            options.add(button, index % columns, index / columns);
        }
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return Wrapping.guard(label);
    }

    private Button option(Option option, int number) {
        Button button =
                Controls.button(
                        option.label(),
                        () -> model.choose(option),
                        option.kind() == Kind.PRIMARY ? "primary" : "option");
        button.setId(option.id());
        Label keycap = Controls.label(String.valueOf(number), "keycap");
        if (option.hint().isEmpty()) {
            button.setGraphic(keycap);
        } else {
            Label label = Controls.label(option.label(), "answer");
            Label hint = Controls.label(option.hint(), "answer-hint");
            HBox row = new HBox(keycap, new VBox(label, hint));
            row.getStyleClass().add("actions");
            row.setAlignment(Pos.CENTER_LEFT);
            button.setGraphic(row);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setAccessibleText(option.label() + ". " + option.hint());
        }
        return button;
    }
}
