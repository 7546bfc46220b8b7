package stint.station.ui.dialog;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.bench.Problem;
import stint.station.ui.entry.Entry;
import stint.station.ui.entry.EntryPane;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.DialogBox;
import stint.station.ui.kit.Texts;

/** The controller of {@code ScrapDialog.fxml}. On the FX thread only. */
public final class ScrapDialog {

    private final ScrapModel model;
    private final Texts texts;

    @FXML private DialogBox box;
    @FXML private EntryPane entry;
    @FXML private VBox reasons;
    @FXML private Button confirm;

    /** For the FXML loader. */
    public ScrapDialog(ScrapModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        box.connect(texts, model::back);
        entry.connect(texts, model, model::toggle, model::turn);
        confirm.setOnAction(event -> model.confirm());
        model.view().follow(this::draw);
    }

    private void draw(ScrapView view) {
        box.ask(texts.text("scrap.title", view.step()));
        Problem.show(view.problem(), box.problem(), texts);
        boolean byName = view.entry() instanceof Entry.Pieces;
        entry.show(
                view.entry(),
                byName ? texts.text("scrap.which") : texts.text("scrap.how.many"),
                false);
        ReasonList.draw(reasons, view.reasons(), model::because);
        long count = view.entry().count();
        String action =
                count > 0 ? texts.text("scrap.confirm.count", count) : texts.text("scrap.confirm");
        Controls.say(
                confirm,
                view.busy() ? texts.text("work.recording") : action,
                view.busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.DELETE_OUTLINE);
        Controls.busy(confirm, view.busy());
    }
}
