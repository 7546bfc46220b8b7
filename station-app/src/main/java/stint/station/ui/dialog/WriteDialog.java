package stint.station.ui.dialog;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.bench.Dialog.Write.Kind;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.DialogBox;
import stint.station.ui.kit.Keyboard;
import stint.station.ui.kit.Letters;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.Texts;

/** The controller of {@code WriteDialog.fxml}. On the FX thread only. */
public final class WriteDialog {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final WriteModel model;
    private final Texts texts;

    @FXML private DialogBox box;
    @FXML private Label typed;
    @FXML private Keyboard keyboard;
    @FXML private Pad pad;
    @FXML private Button done;

    /** For the FXML loader. */
    public WriteDialog(WriteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        box.connect(texts, model::back);
        Kind kind = model.view().get().kind();
        keyboard.connect(texts, model, kind == Kind.CODE ? Letters.LATIN : Letters.of(texts));
        connectPad(kind);
        done.setOnAction(event -> model.enter());
        model.view().follow(this::draw);
    }

    private void connectPad(Kind kind) {
        if (kind == Kind.MEASURE) {
            pad.connectWithPoint(texts, model);
        } else {
            pad.connect(texts, model);
        }
    }

    private static String hint(Kind kind) {
        return switch (kind) {
            case CODE -> "write.code";
            case WORDS -> "write.words";
            case COUNT, MEASURE -> "write.number";
        };
    }

    private void draw(WriteView view) {
        box.ask(view.title());
        boolean filled = !view.text().isEmpty();
        boolean words = view.kind().hasLetters();
        typed.setText(filled ? view.text() : texts.text(hint(view.kind())));
        typed.pseudoClassStateChanged(FILLED, filled);
        Controls.show(keyboard, words);
        Controls.show(pad, !words);
        Controls.say(done, view.done(), Material2AL.CHECK);
    }
}
