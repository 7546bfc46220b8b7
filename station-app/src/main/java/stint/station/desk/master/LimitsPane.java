package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.LimitsRequest;
import stint.wire.planning.LimitsView;
import stint.wire.planning.PlannedReply;

import java.util.Objects;

/** What the site asks of jobs and orders; a line manager sets it (DP-2). FX thread only. */
final class LimitsPane {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final HBox view;
    private @Nullable LimitsView seen;

    LimitsPane(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(LimitsPane.class);
        form = new Form(texts, "limits", texts.text("limits.title"), texts.text("master.save"));
        form.number("atelierMax", texts.text("limits.atelier"), texts.text("limits.atelier.hint"));
        form.number("oemMin", texts.text("limits.oem"), texts.text("limits.oem.hint"));
        form.number("oemLeadDays", texts.text("limits.lead"), texts.text("limits.lead.hint"));
        form.visibleProperty()
                .addListener((property, before, now) -> {
                    if (!now) {
                        desk.later(this::anew);
                    }
                });
        view = new HBox(form);
    }

    Node view() {
        return view;
    }

    /** Shows what holds; what is typed and not yet saved stays. */
    void load() {
        desk.client()
                .get(
                        "limits",
                        LimitsView.class,
                        reply -> {
                            reply.ifOk(this::show);
                            desk.say(reply);
                        });
    }

    private void show(LimitsView limits) {
        if (limits.equals(seen) && form.isVisible()) {
            return;
        }
        if (seen != null && form.isVisible() && typed(seen)) {
            return;
        }
        seen = limits;
        form.fill("atelierMax", Integer.toString(limits.atelierMax()));
        form.fill("oemMin", Integer.toString(limits.oemMin()));
        form.fill("oemLeadDays", Integer.toString(limits.oemLeadDays()));
        form.open(this::send);
    }

    private boolean typed(LimitsView before) {
        return form.amount("atelierMax") != before.atelierMax()
                || form.amount("oemMin") != before.oemMin()
                || form.amount("oemLeadDays") != before.oemLeadDays();
    }

    private void send() {
        LimitsView before = seen;
        form.busy(true);
        desk.client()
                .post(
                        "limits",
                        new LimitsRequest(
                                form.amount("atelierMax"),
                                form.amount("oemMin"),
                                form.amount("oemLeadDays"),
                                before == null
                                        ? null
                                        : Objects.requireNonNullElse(before.version(), "")),
                        PlannedReply.class,
                        this::answered);
    }

    private void answered(Reply<PlannedReply> reply) {
        form.busy(false);
        switch (reply) {
            case Reply.Ok<PlannedReply> saved -> {
                desk.done(texts.text("limits.done"));
                anew();
            }
            case Reply.Stale<PlannedReply> stale -> {
                desk.say(reply);
                anew();
            }
            case Reply.Refused<PlannedReply> no -> form.wrong(reply.refusals(), desk.words(reply));
            case Reply.Unreachable<PlannedReply> gone ->
                    form.wrong(reply.refusals(), desk.words(reply));
        }
    }

    private void anew() {
        seen = null;
        load();
    }
}
