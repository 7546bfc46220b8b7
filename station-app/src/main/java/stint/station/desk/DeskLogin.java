package stint.station.desk;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

import stint.domain.plan.Role;
import stint.station.ui.kit.Fxml;
import stint.station.ui.kit.Texts;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.Problem;

import java.util.function.Consumer;

/**
 * The controller of {@code DeskLogin.fxml}: asks who sits there, and proves it to the server. A PIN
 * is kept only until it is tried. On the FX thread only.
 */
final class DeskLogin {

    private final DeskClient client;
    private final Texts texts;
    private final Consumer<DeskPerson> then;
    private final Parent view;

    @FXML private Label server;
    @FXML private TextField code;
    @FXML private PasswordField pin;
    @FXML private Button enter;
    @FXML private Label problem;

    /**
     * @param then gets whoever proved to be somebody who may work at the desk
     */
    DeskLogin(DeskClient client, Texts texts, Consumer<DeskPerson> then) {
        this.client = client;
        this.texts = texts;
        this.then = then;
        this.view = Fxml.load(this, texts);
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    void initialize() {
        server.setText(texts.text("login.server", client.server().getAuthority()));
        enter.disableProperty()
                .bind(code.textProperty().isEmpty().or(pin.textProperty().isEmpty()));
        code.setOnAction(event -> pin.requestFocus());
        pin.setOnAction(event -> attempt());
        enter.setOnAction(event -> attempt());
        say("");
    }

    Parent view() {
        return view;
    }

    /** Puts the cursor where one begins. */
    void begin() {
        code.requestFocus();
    }

    /** Says why somebody is asked. */
    void say(String why) {
        problem.setText(why);
        problem.setVisible(!why.isEmpty());
        problem.setManaged(!why.isEmpty());
    }

    /** Tries a code and a PIN, as if they had been typed. */
    void attempt(String who, String secret) {
        code.setText(who);
        pin.setText(secret);
        attempt();
    }

    private void attempt() {
        if (enter.isDisabled() || view.isDisabled()) {
            return;
        }
        say("");
        view.setDisable(true);
        client.login(code.getText().strip(), pin.getText(), this::answered);
        pin.clear();
    }

    private void answered(Reply<LoginReply> reply) {
        view.setDisable(false);
        if (reply instanceof Reply.Ok<LoginReply>(LoginReply in)) {
            DeskPerson person = DeskPerson.of(in);
            if (person.role() != Role.OPERATOR) {
                then.accept(person);
                return;
            }
            client.logout();
        }
        say(words(reply));
        pin.requestFocus();
    }

    private String words(Reply<LoginReply> reply) {
        return switch (reply) {
            case Reply.Ok<LoginReply> in -> texts.text("login.role");
            case Reply.Unreachable<LoginReply> gone -> texts.text("problem.unreachable");
            case Reply.Stale<LoginReply>(Problem no) -> no.detail();
            case Reply.Refused<LoginReply>(Problem no) ->
                    switch (no.code()) {
                        case "too_many", "too_often" -> texts.text("login.wait");
                        default -> texts.text("login.wrong");
                    };
        };
    }
}
