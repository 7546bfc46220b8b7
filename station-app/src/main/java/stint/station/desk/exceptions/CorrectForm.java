package stint.station.desk.exceptions;

import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.CorrectRequest;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.RecordedView;
import stint.wire.protocol.ExceptionView;

/**
 * Corrects or takes back an event behind an exception (EV-5). It shows first what the event counts
 * by now, and says to the server that this was seen. On the FX thread only.
 */
final class CorrectForm {

    private static final String EVENT = "event";
    private static final String QUANTITY = "quantity";

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> event;
    private final Runnable answered;
    private @Nullable RecordedView seen;

    /**
     * @param answered is told whenever the server said what became of it
     */
    CorrectForm(Desk desk, Runnable answered) {
        this.desk = desk;
        this.texts = desk.texts(CorrectForm.class);
        this.answered = answered;
        form = new Form(texts, "correct", "", texts.text("correct.ok"));
        event = form.choice(EVENT, texts.text("correct.event"), "");
        form.number(QUANTITY, texts.text("correct.quantity"), texts.text("correct.hint"));
        form.text("reason", texts.text("correct.reason"), "");
        event.setOnAction(chosen -> look());
    }

    Form form() {
        return form;
    }

    void open(ExceptionView exception, String heading) {
        form.clear();
        form.heading(heading);
        event.getItems().setAll(exception.claims().stream().map(id -> new Choice(id, id)).toList());
        form.open(this::send);
        event.setValue(event.getItems().getLast());
    }

    /** Asks what the event counts by now; until that is seen nothing is corrected. */
    private void look() {
        String id = form.words(EVENT);
        seen = null;
        form.hint(EVENT, "");
        form.busy(true);
        if (id.isEmpty()) {
            return;
        }
        desk.client()
                .get(
                        DeskClient.path("desk", "events", id),
                        RecordedView.class,
                        reply -> {
                            if (!id.equals(form.words(EVENT))) {
                                return;
                            }
                            form.busy(false);
                            desk.say(reply);
                            reply.ifOk(this::show);
                        });
    }

    private void show(RecordedView recorded) {
        seen = recorded;
        Integer quantity = recorded.quantity();
        String who =
                texts.text(
                        "correct.who",
                        recorded.name(),
                        recorded.station(),
                        texts.moment(recorded.at(), desk.clock().instant()));
        String counts =
                recorded.voided()
                        ? texts.text("correct.voided")
                        : quantity == null
                                ? texts.text("correct.uncounted")
                                : texts.text("correct.counts", quantity);
        form.hint(EVENT, who + "\n" + counts);
        form.enable(QUANTITY, quantity != null && !recorded.voided());
    }

    private void send() {
        RecordedView recorded = seen;
        if (recorded == null) {
            look();
            return;
        }
        if (form.lacks("reason", texts.text("form.why"))) {
            return;
        }
        form.busy(true);
        desk.client()
                .post(
                        "desk/correct",
                        new CorrectRequest(
                                recorded.event(),
                                form.value(QUANTITY) == null ? null : form.amount(QUANTITY),
                                form.words("reason"),
                                recorded.version()),
                        PlannedReply.class,
                        this::answered);
    }

    private void answered(Reply<PlannedReply> reply) {
        if (reply instanceof Reply.Ok<PlannedReply>) {
            form.close();
            desk.done(texts.text("correct.done"));
        } else {
            form.wrong(reply.refusals(), desk.words(reply));
            look();
        }
        answered.run();
    }
}
