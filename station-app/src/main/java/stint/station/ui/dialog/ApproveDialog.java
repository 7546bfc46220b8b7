package stint.station.ui.dialog;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.DialogBox;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.station.ui.signin.SignInPane;

/** The controller of {@code ApproveDialog.fxml}. On the FX thread only. */
public final class ApproveDialog {

    private final ApproveModel model;
    private final Texts texts;

    @FXML private DialogBox box;
    @FXML private Label text;
    @FXML private Node signing;
    @FXML private VBox supervisors;
    @FXML private VBox lines;
    @FXML private Label why;
    @FXML private VBox reasons;
    @FXML private SignInPane form;
    @FXML private Button sign;
    @FXML private Button allow;

    /** For the FXML loader. */
    public ApproveDialog(ApproveModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        box.connect(texts, model::back);
        form.connect(texts, model.form());
        Controls.say(sign, texts.text("approve.sign"), Material2MZ.SUPERVISOR_ACCOUNT);
        sign.setOnAction(event -> model.sign());
        allow.setOnAction(event -> model.allow());
        model.view().follow(this::draw);
    }

    private void draw(ApproveView view) {
        box.ask(view.title());
        Problem.show(view.problem(), box.problem(), texts);
        text.setText(view.text());
        Controls.show(signing, view.signing());
        Controls.show(sign, !view.signing());
        Controls.show(allow, view.signing());
        if (lines.getChildren().size() != view.lines().size()) {
            lines.getChildren().setAll(view.lines().stream().map(ApproveDialog::line).toList());
        }
        Controls.show(lines, !view.lines().isEmpty());
        Controls.show(why, !view.reasons().isEmpty());
        ReasonList.draw(supervisors, view.supervisors(), model.form()::choose);
        ReasonList.draw(reasons, view.reasons(), model::because);
        form.show(view.form(), texts);
        Controls.say(
                allow,
                view.busy() ? texts.text("work.recording") : view.allow(),
                view.busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.CHECK);
        allow.setDisable(!view.ready());
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return Wrapping.guard(label);
    }
}
