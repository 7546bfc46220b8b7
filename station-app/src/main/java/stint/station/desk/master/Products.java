package stint.station.desk.master;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.ProductRequest;
import stint.wire.planning.ProductView;
import stint.wire.planning.RoutingView;

import java.util.List;
import java.util.function.Consumer;

/** What is made: names, GTIN, brand, how its pieces are numbered, what it is made by. */
final class Products implements Kind<ProductView> {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> routing;
    private @Nullable ProductView before;

    Products(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(Products.class);
        form = new Form(texts, "product", "", texts.text("master.save"));
        form.text("code", texts.text("master.code"), texts.text("master.code.hint"));
        form.text("name", texts.text("master.name"), "");
        form.text("gtin", texts.text("products.gtin"), texts.text("products.gtin.hint"));
        form.text("brand", texts.text("products.brand"), texts.text("products.brand.hint"));
        form.text(
                "serialPattern", texts.text("products.serial"), texts.text("products.serial.hint"));
        routing = form.choice("routing", texts.text("products.routing"), "");
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public void load(Consumer<Reply<List<ProductView>>> then) {
        desk.client().get("products", ProductView[].class, Fields.listed(then));
    }

    @Override
    public List<TableColumn<ProductView, ?>> columns() {
        return List.of(
                Tables.words(texts.text("master.code"), 110, ProductView::code),
                Tables.words(texts.text("master.name"), 160, ProductView::name),
                Tables.words(texts.text("products.gtin"), 130, row -> Fields.said(row.gtin())),
                Tables.words(texts.text("products.brand"), 120, row -> Fields.said(row.brand())),
                Tables.words(
                        texts.text("products.serial"),
                        150,
                        row -> Fields.said(row.serialPattern())),
                Tables.words(
                        texts.text("products.routing"), 120, row -> Fields.said(row.routing())));
    }

    @Override
    public String key(ProductView row) {
        return row.code();
    }

    @Override
    public String words(ProductView row) {
        return String.join(
                " ", row.code(), row.name(), Fields.said(row.gtin()), Fields.said(row.brand()));
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public void fill(@Nullable ProductView row) {
        before = row;
        form.enable("code", row == null);
        String chosen = row == null ? "" : Fields.said(row.routing());
        Choice none = new Choice("", texts.text("products.routing.none"));
        routing.getItems().setAll(none);
        routing.setValue(none);
        if (!chosen.isEmpty()) {
            routing.getItems().add(new Choice(chosen, chosen));
            Fields.choose(routing, chosen);
        }
        if (row != null) {
            form.fill("code", row.code());
            form.fill("name", row.name());
            form.fill("gtin", row.gtin());
            form.fill("brand", row.brand());
            form.fill("serialPattern", row.serialPattern());
        }
        desk.client().get("routings", RoutingView[].class, reply -> reply.ifOk(this::offer));
    }

    private void offer(RoutingView[] routings) {
        String chosen = form.words("routing");
        routing.getItems().setAll(new Choice("", texts.text("products.routing.none")));
        for (RoutingView each : routings) {
            if (!each.published().isEmpty()) {
                routing.getItems().add(new Choice(each.code(), each.name() + " · " + each.code()));
            }
        }
        Fields.choose(routing, chosen);
    }

    @Override
    public void send(Consumer<Reply<PlannedReply>> then) {
        desk.client()
                .post(
                        DeskClient.path("products", Fields.code(form)),
                        new ProductRequest(
                                form.words("name"),
                                form.value("gtin"),
                                form.value("serialPattern"),
                                form.value("routing"),
                                form.value("brand"),
                                before == null ? "" : before.version()),
                        PlannedReply.class,
                        then);
    }
}
