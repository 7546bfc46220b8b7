package stint.station.desk.master;

import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import stint.credential.Pins;
import stint.domain.plan.Role;
import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.PersonView;
import stint.wire.protocol.PinRequest;

import java.util.List;

/** An administrator gives somebody a new PIN; it is shown nowhere. On the FX thread only. */
final class PinForm {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final Button open = new Button();
    private final Runnable changed;
    private final Runnable opening;
    private @Nullable PersonView person;

    /**
     * @param changed is told when somebody has a new PIN
     * @param opening is told before this opens
     */
    PinForm(Desk desk, Runnable changed, Runnable opening) {
        this.desk = desk;
        this.texts = desk.texts(PinForm.class);
        this.changed = changed;
        this.opening = opening;
        form = new Form(texts, "pin", "", texts.text("pin.ok"));
        form.add("pin", texts.text("pin.new"), texts.text("pin.hint"), new PasswordField());
        form.add("again", texts.text("pin.again"), "", new PasswordField());
        open.setId("people-pin");
        open.setText(texts.text("pin.set"));
        open.setGraphic(new FontIcon(Material2AL.LOCK));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> start());
    }

    Form form() {
        return form;
    }

    void into(HBox bar) {
        if (desk.person().role() == Role.ADMIN) {
            bar.getChildren().add(open);
        }
    }

    void chosen(@Nullable PersonView row) {
        person = row;
        open.setDisable(row == null || !row.active());
    }

    private void start() {
        PersonView who = person;
        if (who != null) {
            opening.run();
            form.clear();
            form.heading(texts.text("pin.title", who.name()));
            form.open(() -> send(who));
        }
    }

    private void send(PersonView who) {
        String typed = form.words("pin");
        String wrong = wrong(who, typed);
        if (!wrong.isEmpty()) {
            form.wrong(List.of(), List.of(wrong));
            return;
        }
        form.busy(true);
        desk.client()
                .post(
                        DeskClient.path("people", who.code(), "pin"),
                        new PinRequest(typed),
                        byte[].class,
                        reply -> answered(who, reply));
    }

    /** How many digits the site asks for only the server knows. */
    private String wrong(PersonView who, String typed) {
        if (!typed.equals(form.words("again"))) {
            return texts.text("pin.differs");
        }
        if (typed.equals(who.code())) {
            return texts.text("pin.is.code");
        }
        return Pins.weakness(typed.toCharArray(), 1)
                .map(weakness -> texts.text("pin.weak." + weakness))
                .orElse("");
    }

    private void answered(PersonView who, Reply<byte[]> reply) {
        form.busy(false);
        if (reply instanceof Reply.Ok<byte[]>) {
            form.clear();
            form.close();
            desk.done(texts.text("pin.done", who.name()));
            changed.run();
        } else if (reply instanceof Reply.Refused<byte[]>(var problem)
                && problem.code().equals("invalid")) {
            form.wrong(List.of(), List.of(texts.text("pin.short")));
        } else {
            form.wrong(List.of(), desk.words(reply));
        }
    }
}
