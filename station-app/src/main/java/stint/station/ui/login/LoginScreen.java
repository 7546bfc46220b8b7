package stint.station.ui.login;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pad;
import stint.station.ui.kit.PinDots;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.View;

import java.util.List;

/** The controller of {@code LoginScreen.fxml}. On the FX thread only. */
public final class LoginScreen {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int COLUMNS = 2;

    private final LoginModel model;
    private final Texts texts;

    @FXML private GridPane people;
    @FXML private HBox pager;
    @FXML private Button previous;
    @FXML private Label pageNumber;
    @FXML private Button next;
    @FXML private Button code;
    @FXML private Button pin;
    @FXML private PinDots dots;
    @FXML private Label problem;
    @FXML private Pad pad;
    @FXML private Button login;

    private List<LoginView.Person> drawn = List.of();

    /** For the FXML loader. */
    public LoginScreen(LoginModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        pad.connect(texts, model::typed, model::erase, model::clear);
        previous.setOnAction(event -> model.turn(-1));
        next.setOnAction(event -> model.turn(1));
        Controls.say(previous, texts.text("page.previous"), Controls.before(texts));
        Controls.say(next, texts.text("page.next"), Controls.after(texts));
        code.setOnAction(event -> model.focus(LoginView.Field.CODE));
        pin.setOnAction(event -> model.focus(LoginView.Field.PIN));
        login.setOnAction(event -> model.login());
        View.follow(model.view(), this::draw);
    }

    private void draw(LoginView view) {
        drawPeople(view.people());
        Controls.show(pager, view.pages() > 1);
        pageNumber.setText(texts.text("page.of", view.page() + 1, view.pages()));
        previous.setDisable(view.page() == 0);
        next.setDisable(view.page() == view.pages() - 1);
        Controls.say(code, codeText(view), Material2AL.CREDIT_CARD);
        code.pseudoClassStateChanged(FILLED, !view.code().isEmpty());
        code.pseudoClassStateChanged(CHOSEN, view.typing() == LoginView.Field.CODE);
        pin.pseudoClassStateChanged(CHOSEN, view.typing() == LoginView.Field.PIN);
        pin.setAccessibleText(texts.text("login.pin.typed", view.pinDigits()));
        dots.show(view.pinDigits());
        Controls.showOrHide(
                problem,
                view.problem() == null
                        ? ""
                        : texts.text("problem", view.problem().text(), view.problem().code()));
        problem.setGraphic(Controls.icon(Material2AL.ERROR_OUTLINE));
        login.setDisable(!view.ready() || view.busy());
        Controls.say(
                login,
                view.busy() ? texts.text("login.busy") : texts.text("login.login"),
                view.busy() ? Material2AL.HOURGLASS_EMPTY : Material2AL.LOGIN);
    }

    private String codeText(LoginView view) {
        if (view.code().isEmpty()) {
            return texts.text("login.code");
        }
        return view.name().isEmpty()
                ? view.code()
                : texts.text("login.code.name", view.name(), view.code());
    }

    private void drawPeople(List<LoginView.Person> now) {
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        people.getChildren().clear();
        for (int index = 0; index < now.size(); index++) {
            LoginView.Person person = now.get(index);
            Button button =
                    Controls.button(person.name(), () -> model.choose(person.code()), "person");
            button.setGraphic(
                    Controls.icon(person.chosen() ? Material2AL.CHECK_CIRCLE : Material2MZ.PERSON));
            button.pseudoClassStateChanged(CHOSEN, person.chosen());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setId("person-" + person.code());
            people.add(button, index % COLUMNS, index / COLUMNS);
        }
    }
}
