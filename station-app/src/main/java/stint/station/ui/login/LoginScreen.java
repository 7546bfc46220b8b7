package stint.station.ui.login;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.Texts;
import stint.station.ui.signin.SignInPane;

import java.util.List;

/** The controller of {@code LoginScreen.fxml}. On the FX thread only. */
public final class LoginScreen {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int COLUMNS = 2;

    private final LoginModel model;
    private final Texts texts;

    @FXML private GridPane people;
    @FXML private Pager pager;
    @FXML private SignInPane form;
    @FXML private Button login;

    private List<String> drawn = List.of();

    /** For the FXML loader. */
    public LoginScreen(LoginModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        form.connect(texts, model.form());
        pager.connect(texts, model::turn);
        login.setOnAction(event -> model.form().attempt());
        model.view().follow(this::draw);
    }

    private void draw(LoginView view) {
        drawPeople(view.people());
        pager.show(view.page(), view.pages());
        form.show(view.form(), texts);
        login.setDisable(!view.form().ready());
        Controls.say(
                login,
                view.form().busy() ? texts.text("login.busy") : texts.text("login.login"),
                view.form().busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.LOGIN);
    }

    private void drawPeople(List<LoginView.Person> now) {
        List<String> codes =
                now.stream().map(person -> person.code() + " " + person.here()).toList();
        if (!codes.equals(drawn)) {
            drawn = codes;
            people.getChildren().clear();
            for (int index = 0; index < now.size(); index++) {
                people.add(button(now.get(index)), index % COLUMNS, index / COLUMNS);
            }
        }
        // A button that stays keeps the focus.
        for (int index = 0; index < now.size(); index++) {
            boolean chosen = now.get(index).chosen();
            Button button = (Button) people.getChildren().get(index);
            fill(button, now.get(index));
            button.pseudoClassStateChanged(CHOSEN, chosen);
        }
    }

    private static void fill(Button button, LoginView.Person person) {
        boolean here = !person.here().isEmpty();
        FontIcon icon =
                Controls.icon(
                        person.chosen()
                                ? Material2AL.CHECK_CIRCLE
                                : here ? Material2AL.HOW_TO_REG : Material2MZ.PERSON);
        button.setAccessibleText(here ? person.name() + ". " + person.here() : person.name());
        if (!here) {
            button.setGraphic(icon);
            return;
        }
        Label name = Controls.label(person.name(), "who", "may-be-cut");
        name.setMinWidth(0);
        HBox line = new HBox(icon, new VBox(name, Controls.label(person.here(), "hint")));
        line.getStyleClass().add("actions");
        line.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(line);
    }

    private Button button(LoginView.Person person) {
        Button button =
                Controls.button(person.name(), () -> model.form().choose(person.code()), "person");
        if (!person.here().isEmpty()) {
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("person-" + person.code());
        return button;
    }
}
