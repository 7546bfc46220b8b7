package stint.station.desk.orders;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.OrderView;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/** The table of orders. On the FX thread only. */
final class OrderTable {

    private final Texts texts;

    private OrderTable(Texts texts) {
        this.texts = texts;
    }

    static TableView<OrderView> of(Texts texts) {
        OrderTable draw = new OrderTable(texts);
        TableView<OrderView> table = Tables.table("orders", texts.text("orders.empty"));
        table.getColumns().add(Tables.words(texts.text("orders.code"), 115, OrderView::code));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("orders.customer"),
                                130,
                                order -> said(order.customer())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("orders.product"), 90, order -> said(order.product())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("orders.made"),
                                100,
                                order -> texts.text("orders.of", order.good(), order.quantity())));
        table.getColumns()
                .add(Tables.words(texts.text("orders.routing"), 110, OrderTable::routing));
        table.getColumns().add(Tables.words(texts.text("orders.schedule"), 130, draw::schedule));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("orders.due"),
                                90,
                                draw::due,
                                Comparator.comparing(order ->
                                        Objects.requireNonNullElse(order.due(), LocalDate.MAX))));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("orders.status"),
                                110,
                                order -> Tables.status(texts, order.status()),
                                Comparator.comparing(OrderView::status)));
        return table;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String routing(OrderView order) {
        return order.routing() == null ? "" : order.routing() + " v" + order.routingVersion();
    }

    private String schedule(OrderView order) {
        LocalDate start = order.scheduledStart();
        LocalDate end = order.scheduledEnd();
        return start == null || end == null ? "" : texts.day(start) + " – " + texts.day(end);
    }

    private Node due(OrderView order) {
        LocalDate due = order.due();
        return order.late() && due != null
                ? Tables.badge(texts.text("orders.late", texts.day(due)), Badge.WRONG)
                : new Label(due == null ? "" : texts.day(due));
    }
}
