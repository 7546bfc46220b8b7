package stint.station.ui.dialog;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.PinDots;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.View;

/** The controller of {@code ApproveDialog.fxml}. On the FX thread only. */
public final class ApproveDialog {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final ApproveModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private Label text;
    @FXML private Node signing;
    @FXML private VBox supervisors;
    @FXML private VBox reasons;
    @FXML private Button code;
    @FXML private Button pin;
    @FXML private PinDots dots;
    @FXML private Pad pad;
    @FXML private Label problem;
    @FXML private Button back;
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
        pad.connect(texts, model::typed, model::erase, model::clear);
        Controls.say(back, texts.text("back"), Controls.back(texts));
        Controls.say(sign, texts.text("approve.sign"), Material2MZ.SUPERVISOR_ACCOUNT);
        back.setOnAction(event -> model.back());
        sign.setOnAction(event -> model.sign());
        allow.setOnAction(event -> model.allow());
        code.setOnAction(event -> model.focusPin(false));
        pin.setOnAction(event -> model.focusPin(true));
        View.follow(model.view(), this::draw);
    }

    private void draw(ApproveView view) {
        title.setText(view.title());
        text.setText(view.text());
        Controls.show(signing, view.signing());
        Controls.show(sign, !view.signing());
        Controls.show(allow, view.signing());
        ReasonList.draw(supervisors, view.supervisors(), model::choose);
        ReasonList.draw(reasons, view.reasons(), model::because);
        Controls.say(
                code,
                view.code().isEmpty() ? texts.text("login.code") : view.code(),
                Material2AL.CREDIT_CARD);
        code.pseudoClassStateChanged(FILLED, !view.code().isEmpty());
        code.pseudoClassStateChanged(CHOSEN, !view.typingPin());
        pin.pseudoClassStateChanged(CHOSEN, view.typingPin());
        pin.setAccessibleText(texts.text("login.pin.typed", view.pinDigits()));
        dots.show(view.pinDigits());
        Controls.showOrHide(
                problem,
                view.problem() == null
                        ? ""
                        : texts.text("problem", view.problem().text(), view.problem().code()));
        problem.setGraphic(Controls.icon(Material2AL.ERROR_OUTLINE));
        Controls.say(
                allow,
                view.busy() ? texts.text("work.recording") : texts.text("approve.allow"),
                view.busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.CHECK);
        allow.setDisable(!view.ready());
    }
}
