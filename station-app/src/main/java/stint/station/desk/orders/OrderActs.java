package stint.station.desk.orders;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.OrderView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.ReasonRequest;
import stint.wire.planning.ScheduleRequest;
import stint.wire.planning.SeenRequest;

/** Schedules, starts and cancels the order that was chosen (DP-2). On the FX thread only. */
final class OrderActs {

    private final Desk desk;
    private final Texts texts;
    private final Form scheduling;
    private final Form cancelling;
    private final Runnable changed;

    /**
     * @param changed is told when orders are other ones than before
     */
    OrderActs(Desk desk, Runnable changed) {
        this.desk = desk;
        this.texts = desk.texts(OrderActs.class);
        this.changed = changed;
        scheduling = new Form(texts, "schedule", "", texts.text("schedule.ok"));
        scheduling.date("scheduledStart", texts.text("plan.start"), "");
        scheduling.date("scheduledEnd", texts.text("plan.end"), "");
        cancelling = new Form(texts, "cancel-order", "", texts.text("cancel.ok"));
        cancelling.text("reason", texts.text("cancel.reason"), texts.text("cancel.hint"));
    }

    Form scheduling() {
        return scheduling;
    }

    Form cancelling() {
        return cancelling;
    }

    void close() {
        scheduling.close();
        cancelling.close();
    }

    void schedule(OrderView order) {
        scheduling.heading(texts.text("schedule.title", order.code()));
        scheduling.fill("scheduledStart", order.scheduledStart());
        scheduling.fill("scheduledEnd", order.scheduledEnd());
        scheduling.open(() -> {
            scheduling.busy(true);
            send(
                    order,
                    "schedule",
                    new ScheduleRequest(
                            scheduling.day("scheduledStart"),
                            scheduling.day("scheduledEnd"),
                            order.version()),
                    scheduling,
                    "schedule.done");
        });
    }

    void start(OrderView order) {
        send(order, "start", new SeenRequest(order.version()), null, "start.done");
    }

    void cancel(OrderView order) {
        cancelling.clear();
        cancelling.heading(texts.text("cancel.title", order.code()));
        cancelling.open(() -> {
            cancelling.busy(true);
            send(
                    order,
                    "cancel",
                    new ReasonRequest(cancelling.words("reason"), order.version()),
                    cancelling,
                    "cancel.done");
        });
    }

    /** What is refused is said in the form, or below where there is none; a stale order anew. */
    private void send(
            OrderView order, String act, Object message, @Nullable Form form, String done) {
        desk.client()
                .post(
                        DeskClient.path("orders", order.code(), act),
                        message,
                        PlannedReply.class,
                        reply -> {
                            boolean stays =
                                    form != null
                                            && !(reply instanceof Reply.Ok<PlannedReply>)
                                            && !(reply instanceof Reply.Stale<PlannedReply>);
                            if (form != null && stays) {
                                form.wrong(reply.refusals(), desk.words(reply));
                                return;
                            }
                            if (form != null) {
                                form.close();
                            }
                            desk.say(reply);
                            reply.ifOk(planned ->
                                    desk.done(texts.text(done, order.code(), planned.code())));
                            changed.run();
                        });
    }
}
