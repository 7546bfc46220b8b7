package stint.station.ui.dialog;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.PieceGrid;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.View;

/** The controller of {@code ScrapDialog.fxml}. On the FX thread only. */
public final class ScrapDialog {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final ScrapModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private Label ask;
    @FXML private Label typed;
    @FXML private GridPane pieces;
    @FXML private HBox pager;
    @FXML private Button previous;
    @FXML private Label pageNumber;
    @FXML private Button next;
    @FXML private Pad pad;
    @FXML private VBox reasons;
    @FXML private Label problem;
    @FXML private Button confirm;
    @FXML private Button back;

    /** For the FXML loader. */
    public ScrapDialog(ScrapModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        pad.connect(texts, model::typed, model::erase, model::clear);
        Controls.say(back, texts.text("back"), Controls.back(texts));
        Controls.say(previous, texts.text("page.previous"), Controls.before(texts));
        Controls.say(next, texts.text("page.next"), Controls.after(texts));
        previous.setOnAction(event -> model.turn(-1));
        next.setOnAction(event -> model.turn(1));
        confirm.setOnAction(event -> model.confirm());
        back.setOnAction(event -> model.back());
        View.follow(model.view(), this::draw);
    }

    private void draw(ScrapView view) {
        title.setText(texts.text("scrap.title", view.step()));
        Controls.show(pad, !view.byName());
        Controls.show(pieces, view.byName());
        Controls.show(pager, view.byName() && view.pages() > 1);
        ask.setText(view.byName() ? texts.text("scrap.which") : texts.text("scrap.how.many"));
        String empty =
                view.byName() ? texts.text("work.serial.empty") : texts.text("work.quantity.empty");
        typed.setText(view.typed().isEmpty() ? empty : view.typed());
        typed.pseudoClassStateChanged(FILLED, !view.typed().isEmpty());
        PieceGrid.draw(pieces, view.pieces(), model::toggle);
        pageNumber.setText(texts.text("page.of", view.page() + 1, view.pages()));
        previous.setDisable(view.page() == 0);
        next.setDisable(view.page() == view.pages() - 1);
        ReasonList.draw(reasons, view.reasons(), model::because);
        Controls.showOrHide(
                problem,
                view.problem() == null
                        ? ""
                        : texts.text("problem", view.problem().text(), view.problem().code()));
        problem.setGraphic(Controls.icon(Material2AL.ERROR_OUTLINE));
        String action =
                view.count() > 0
                        ? texts.text("scrap.confirm.count", view.count())
                        : texts.text("scrap.confirm");
        Controls.say(
                confirm,
                view.busy() ? texts.text("work.recording") : action,
                view.busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.DELETE_OUTLINE);
        Controls.busy(confirm, view.busy());
    }
}
