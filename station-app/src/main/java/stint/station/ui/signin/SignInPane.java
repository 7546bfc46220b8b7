package stint.station.ui.signin;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.PinDots;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;
import stint.station.ui.signin.SignInView.Field;

/** Code, PIN and the pad to type them. On the FX thread only. */
public final class SignInPane extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final Button code = entry("code");
    private final Button pin = entry("pin");
    private final Label pinName = new Label();
    private final PinDots dots = new PinDots();
    private final ProblemLabel problem = new ProblemLabel();
    private final Pad pad = new Pad();

    /** Made by the FXML loader; dead until {@link #connect}. */
    public SignInPane() {
        getStyleClass().add("stack");
        HBox graphic = new HBox(pinName, dots);
        graphic.getStyleClass().add("pin");
        graphic.setAlignment(Pos.CENTER_LEFT);
        pin.setGraphic(graphic);
        VBox.setVgrow(pad, Priority.ALWAYS);
        getChildren().setAll(code, pin, problem, pad);
    }

    private static Button entry(String id) {
        Button entry = new Button();
        entry.setId(id);
        entry.getStyleClass().add("entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    /** Gives it a form to fill. */
    public void connect(Texts texts, SignIn form) {
        pinName.setText(texts.text("login.pin"));
        pad.connect(texts, form);
        code.setOnAction(event -> form.focus(Field.CODE));
        pin.setOnAction(event -> form.focus(Field.PIN));
    }

    /** Shows what is filled in. */
    public void show(SignInView view, Texts texts) {
        Controls.say(code, codeText(view, texts), Material2AL.CREDIT_CARD);
        code.pseudoClassStateChanged(FILLED, !view.code().isEmpty());
        code.pseudoClassStateChanged(CHOSEN, view.typing() == Field.CODE);
        pin.pseudoClassStateChanged(CHOSEN, view.typing() == Field.PIN);
        pin.setAccessibleText(texts.text("login.pin.typed", view.pinDigits()));
        dots.show(view.pinDigits());
        Problem.show(view.problem(), problem, texts);
    }

    private static String codeText(SignInView view, Texts texts) {
        if (view.code().isEmpty()) {
            return texts.text("login.code");
        }
        return view.name().isEmpty()
                ? view.code()
                : texts.text("login.code.name", view.name(), view.code());
    }
}
