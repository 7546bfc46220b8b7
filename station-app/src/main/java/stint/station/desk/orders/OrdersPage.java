package stint.station.desk.orders;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.FilterBar;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.LimitsView;
import stint.wire.planning.OrderView;

import java.time.LocalDate;
import java.util.List;

/** The list of manufacturing orders, and all that is done with them (DP-2). FX thread only. */
public final class OrdersPage implements DeskPage {

    private final Desk desk;
    private final Texts texts;
    private final HBox view = new HBox();
    private final TextField search = new TextField();
    private final FilterBar<OrderFilter.Which> filters;
    private final Label why = new Label();
    private final TableView<OrderView> table;
    private final OrderForm form;
    private final OrderActs acts;
    private final OrderImport importing;

    private List<OrderView> orders = List.of();

    /** A page that has asked for nothing yet. */
    public OrdersPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(OrdersPage.class);
        filters =
                new FilterBar<>(
                        "orders",
                        OrderFilter.Which.OPEN,
                        word -> texts.text("orders.which." + word),
                        this::draw);
        table = OrderTable.of(texts);
        form = new OrderForm(desk, this::load);
        acts = new OrderActs(desk, this::load);
        importing = new OrderImport(desk, this::load);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> draw());
        VBox.setVgrow(table, Priority.ALWAYS);
        why.setId("orders-why");
        why.getStyleClass().add("soft");
        VBox main = new VBox(bar(), filters.view(), table, actions(), why);
        main.getStyleClass().add("page");
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren()
                .addAll(main, form.form(), acts.scheduling(), acts.cancelling(), importing.view());
    }

    private Node bar() {
        search.setId("orders-search");
        search.setPromptText(texts.text("orders.search"));
        search.textProperty().addListener(property -> draw());
        HBox.setHgrow(search, Priority.ALWAYS);
        Button bring =
                button("orders-import", "orders.import", Material2AL.CLOUD_UPLOAD, this::bringIn);
        Button plan = button("orders-plan", "orders.plan", Material2AL.ADD, this::plan);
        plan.getStyleClass().add("accent");
        bring.setDisable(!desk.person().plans());
        plan.setDisable(!desk.person().plans());
        HBox bar = new HBox(search, bring, plan);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private Node actions() {
        HBox bar =
                new HBox(
                        button("order-change", "orders.change", Material2AL.EDIT, this::change),
                        button(
                                "order-schedule",
                                "orders.schedule.it",
                                Material2AL.EVENT,
                                () -> acts.schedule(chosen())),
                        button(
                                "order-start",
                                "orders.start",
                                Material2MZ.PLAY_ARROW,
                                () -> acts.start(chosen())),
                        button(
                                "order-cancel",
                                "orders.cancel",
                                Material2AL.CANCEL,
                                () -> acts.cancel(chosen())),
                        button(
                                "order-job",
                                "orders.job",
                                Material2MZ.OPEN_IN_NEW,
                                () -> desk.open("jobs", String.valueOf(chosen().ticket()))));
        bar.getStyleClass().add("bar");
        return bar;
    }

    private Button button(String id, String key, Ikon icon, Runnable act) {
        return new Buttons(texts)
                .of(
                        id,
                        key,
                        icon,
                        () -> {
                            leave();
                            act.run();
                        });
    }

    /** The buttons are disabled while none is chosen. */
    private OrderView chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void leave() {
        form.form().close();
        acts.close();
        importing.close();
    }

    private void plan() {
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), texts.zone());
        form.open(OrderFilter.nextCode(orders, today));
    }

    private void change() {
        form.open(chosen());
    }

    private void bringIn() {
        importing.open();
    }

    @Override
    public String key() {
        return "orders";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        desk.client().get("limits", LimitsView.class, reply -> reply.ifOk(form::limits));
        load();
    }

    @Override
    public void news() {
        load();
    }

    private void load() {
        desk.client()
                .get(
                        "orders",
                        OrderView[].class,
                        reply -> {
                            reply.ifOk(answer -> {
                                orders = List.of(answer);
                                draw();
                            });
                            desk.say(reply);
                        });
    }

    private void draw() {
        List<OrderView> wanted = new OrderFilter(filters.chosen(), search.getText()).of(orders);
        Tables.show(table, wanted, OrderView::code);
        filters.count(texts.text("orders.of", wanted.size(), orders.size()));
        OrderView order = table.getSelectionModel().getSelectedItem();
        boolean plans = desk.person().plans();
        boolean open = order != null && order.ticket() == null && !OrderFilter.over(order);
        enable("#order-change", plans && open);
        enable("#order-schedule", plans && order != null && !OrderFilter.over(order));
        enable("#order-start", plans && open);
        enable("#order-cancel", plans && order != null && !OrderFilter.over(order));
        enable("#order-job", order != null && order.ticket() != null);
        why.setText(order == null ? texts.text("orders.choose") : why(order));
    }

    /** Why no more can be done with an order than there is. */
    private String why(OrderView order) {
        String by = order.by() == null ? "" : order.by();
        String since = texts.moment(order.since(), desk.clock().instant());
        return switch (order.status()) {
            case "in_progress" ->
                    texts.text("orders.why.started", order.code(), String.valueOf(order.ticket()));
            case "done" -> texts.text("orders.why.done", order.code());
            case "cancelled" ->
                    texts.text(
                            "orders.why.cancelled",
                            order.code(),
                            by,
                            since,
                            order.reason() == null ? "" : order.reason());
            default -> texts.text("orders.why.open", order.code(), by, since);
        };
    }

    private void enable(String button, boolean enabled) {
        Node node = view.lookup(button);
        if (node != null) {
            node.setDisable(!enabled);
        }
    }
}
