package stint.station.desk.orders;

import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.planning.LimitsView;
import stint.wire.planning.OrderRequest;
import stint.wire.planning.OrderView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.ProductView;
import stint.wire.planning.RoutingView;

import java.util.Arrays;
import java.util.List;

/** Plans a manufacturing order, or changes one that is not started (DP-2). FX thread only. */
final class OrderForm {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> line;
    private final ComboBox<Choice> product;
    private final ComboBox<Choice> routing;
    private final Runnable changed;
    private @Nullable OrderView before;

    /**
     * @param changed is told when orders are other ones than before
     */
    OrderForm(Desk desk, Runnable changed) {
        this.desk = desk;
        this.texts = desk.texts(OrderForm.class);
        this.changed = changed;
        form = new Form(texts, "order", "", texts.text("plan.ok"));
        form.text("customer", texts.text("plan.customer"), "");
        product = form.choice("product", texts.text("plan.product"), "");
        form.number("quantity", texts.text("plan.quantity"), "");
        routing = form.choice("routing", texts.text("plan.routing"), "");
        form.date("scheduledStart", texts.text("plan.start"), "");
        form.date("scheduledEnd", texts.text("plan.end"), "");
        form.date("due", texts.text("plan.due"), "");
        line = form.choice("line", texts.text("plan.line"), "");
        form.text("code", texts.text("plan.code"), texts.text("plan.code.hint"));
    }

    Form form() {
        return form;
    }

    void limits(LimitsView limits) {
        form.hint("quantity", texts.text("plan.quantity.hint", limits.oemMin()));
        form.hint("due", texts.text("plan.due.hint", limits.oemLeadDays()));
    }

    /** For a new order. */
    void open(String code) {
        before = null;
        form.clear();
        form.heading(texts.text("plan.title"));
        form.fill("code", code);
        form.enable("code", true);
        ask("", "", "oem");
        form.open(this::send);
    }

    /** For an order that there is. */
    void open(OrderView order) {
        before = order;
        form.clear();
        form.heading(texts.text("plan.change", order.code()));
        form.fill("code", order.code());
        form.enable("code", false);
        form.fill("customer", order.customer());
        form.fill("quantity", Integer.toString(order.quantity()));
        form.fill("scheduledStart", order.scheduledStart());
        form.fill("scheduledEnd", order.scheduledEnd());
        form.fill("due", order.due());
        ask(String.valueOf(order.product()), String.valueOf(order.routing()), order.line());
        form.open(this::send);
    }

    private void ask(String chosenProduct, String chosenRouting, String chosenLine) {
        offer(
                line,
                List.of(
                        new Choice("oem", texts.text("line.oem")),
                        new Choice("atelier", texts.text("line.atelier"))),
                chosenLine);
        desk.client()
                .get(
                        "products",
                        ProductView[].class,
                        reply -> {
                            reply.ifOk(products ->
                                    offer(
                                            product,
                                            Arrays.stream(products)
                                                    .map(each -> choice(each.code(), each.name()))
                                                    .toList(),
                                            chosenProduct));
                            desk.say(reply);
                        });
        desk.client()
                .get(
                        "routings",
                        RoutingView[].class,
                        reply ->
                                reply.ifOk(routings ->
                                        offer(
                                                routing,
                                                Arrays.stream(routings)
                                                        .filter(each -> !each.published().isEmpty())
                                                        .map(each ->
                                                                choice(each.code(), each.name()))
                                                        .toList(),
                                                chosenRouting)));
    }

    private static Choice choice(String code, String name) {
        return new Choice(code, name.equals(code) ? name : name + " · " + code);
    }

    private static void offer(ComboBox<Choice> box, List<Choice> choices, String chosen) {
        Choice kept = box.getValue();
        box.getItems().setAll(choices);
        String wanted = kept == null ? chosen : kept.code();
        choices.stream()
                .filter(choice -> choice.code().equals(wanted))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private void send() {
        String code = form.value("code");
        if (code == null) {
            form.wrong(List.of(), List.of(texts.text("plan.code.missing")));
            return;
        }
        form.busy(true);
        OrderView seen = before;
        desk.client()
                .post(
                        DeskClient.path("orders", code),
                        new OrderRequest(
                                null,
                                form.value("line"),
                                form.value("customer"),
                                form.value("product"),
                                form.amount("quantity"),
                                form.value("routing"),
                                0,
                                form.day("scheduledStart"),
                                form.day("scheduledEnd"),
                                form.day("due"),
                                seen == null ? "" : seen.version()),
                        PlannedReply.class,
                        this::answered);
    }

    private void answered(Reply<PlannedReply> reply) {
        switch (reply) {
            case Reply.Ok<PlannedReply>(PlannedReply planned) -> {
                form.close();
                desk.done(texts.text("plan.done", planned.code()));
                changed.run();
            }
            case Reply.Stale<PlannedReply> stale -> {
                form.close();
                desk.say(reply);
                changed.run();
            }
            case Reply.Refused<PlannedReply> no -> form.wrong(reply.refusals(), desk.words(reply));
            case Reply.Unreachable<PlannedReply> gone ->
                    form.wrong(reply.refusals(), desk.words(reply));
        }
    }
}
