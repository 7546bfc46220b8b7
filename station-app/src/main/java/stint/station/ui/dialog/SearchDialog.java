package stint.station.ui.dialog;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.DialogBox;
import stint.station.ui.kit.Keyboard;
import stint.station.ui.kit.Texts;

/** The controller of {@code SearchDialog.fxml}. On the FX thread only. */
public final class SearchDialog {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final SearchModel model;
    private final Texts texts;

    @FXML private DialogBox box;
    @FXML private Label typed;
    @FXML private Keyboard keyboard;
    @FXML private Button find;

    /** For the FXML loader. */
    public SearchDialog(SearchModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        box.connect(texts, model::back);
        box.ask(texts.text("search.title"));
        keyboard.connect(texts, model);
        Controls.say(find, texts.text("search.find"), Material2MZ.SEARCH);
        find.setOnAction(event -> model.enter());
        model.view().follow(this::draw);
    }

    private void draw(SearchView view) {
        boolean filled = !view.text().isEmpty();
        typed.setText(filled ? view.text() : texts.text("search.empty"));
        typed.pseudoClassStateChanged(FILLED, filled);
    }
}
