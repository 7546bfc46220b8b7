package stint.station.desk.jobs;

import javafx.scene.control.ComboBox;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobRequest;
import stint.wire.planning.LimitsView;
import stint.wire.planning.OrderView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.RoutingView;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Creates and starts a job of the atelier in one step (DP-1). On the FX thread only. */
final class NewJob {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> routing;
    private final ComboBox<Choice> order;
    private final Consumer<String> made;
    private String request = "";

    /**
     * @param made gets the ticket of a job that was made
     */
    NewJob(Desk desk, Consumer<String> made) {
        this.desk = desk;
        this.texts = desk.texts(NewJob.class);
        this.made = made;
        form = new Form(texts, "new-job", texts.text("new.title"), texts.text("new.ok"));
        form.text("name", texts.text("new.name"), "").setPromptText("Charlotte Aimée 3");
        form.number("quantity", texts.text("new.quantity"), "");
        routing = form.choice("routing", texts.text("new.routing"), "");
        form.date("due", texts.text("new.due"), texts.text("new.due.hint"));
        order = form.choice("order", texts.text("new.order"), texts.text("new.order.hint"));
    }

    Form form() {
        return form;
    }

    void open() {
        // Sent twice, it makes one job: the name of the request is the form's, not the tap's.
        request = UUID.randomUUID().toString();
        desk.client().get("routings", RoutingView[].class, this::offerRoutings);
        desk.client().get("orders", OrderView[].class, this::offerOrders);
        form.open(this::send);
    }

    private void offerRoutings(Reply<RoutingView[]> reply) {
        reply.ifOk(routings ->
                offer(
                        routing,
                        Arrays.stream(routings)
                                .filter(each -> !each.published().isEmpty())
                                .map(each ->
                                        new Choice(each.code(), each.name() + " · " + each.code()))
                                .toList()));
        desk.say(reply);
    }

    private void offerOrders(Reply<OrderView[]> reply) {
        reply.ifOk(orders -> {
            List<Choice> choices = new ArrayList<>(List.of(new Choice("", texts.text("new.none"))));
            Arrays.stream(orders)
                    .filter(each ->
                            !each.status().equals("done") && !each.status().equals("cancelled"))
                    .map(each -> new Choice(each.code(), each.code() + " · " + each.customer()))
                    .forEach(choices::add);
            offer(order, choices);
        });
    }

    private static void offer(ComboBox<Choice> box, List<Choice> choices) {
        Choice before = box.getValue();
        box.getItems().setAll(choices);
        if (before != null && choices.contains(before)) {
            box.setValue(before);
        } else if (choices.size() == 1) {
            box.setValue(choices.getFirst());
        }
    }

    private void send() {
        form.busy(true);
        desk.quiet();
        desk.client()
                .post(
                        "jobs",
                        new JobRequest(
                                form.words("name"),
                                form.amount("quantity"),
                                form.value("routing"),
                                form.value("order"),
                                form.day("due"),
                                null,
                                request),
                        PlannedReply.class,
                        this::answered);
    }

    private void answered(Reply<PlannedReply> reply) {
        if (reply instanceof Reply.Ok<PlannedReply>(PlannedReply planned)) {
            form.close();
            form.clear();
            desk.client()
                    .get(
                            DeskClient.path("jobs", planned.code()),
                            JobDetail.class,
                            detail -> detail.ifOk(this::say));
            made.accept(planned.code());
            return;
        }
        form.wrong(reply.refusals(), desk.words(reply));
    }

    private void say(JobDetail detail) {
        desk.done(
                texts.text(
                        "new.done",
                        detail.job().ticket(),
                        detail.job().name(),
                        detail.serials().size()));
    }

    /** The limits of the site are known: they are said before somebody runs into them. */
    void limits(LimitsView limits) {
        form.hint("quantity", texts.text("new.quantity.hint", limits.atelierMax()));
    }
}
