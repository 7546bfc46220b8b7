package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.PlannedStationRequest;
import stint.wire.planning.PlannedStationView;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Benches and machines (ST-1): what they are equipped for, where they stand, who serves them. */
final class Stations implements Kind<PlannedStationView> {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> bench;
    private final ComboBox<Choice> second;
    private final ComboBox<Choice> line;
    private List<String> benches = List.of();
    private @Nullable PlannedStationView before;

    Stations(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(Stations.class);
        form = new Form(texts, "station", "", texts.text("master.save"));
        form.text("code", texts.text("master.code"), texts.text("master.code.hint"));
        form.text("type", texts.text("stations.type"), texts.text("stations.type.hint"));
        form.text("area", texts.text("stations.area"), texts.text("stations.area.hint"));
        bench = form.choice("bench", texts.text("stations.bench"), "");
        form.text("operators", texts.text("stations.who"), texts.text("stations.who.hint"));
        second = form.choice("secondStart", texts.text("stations.second"), "");
        for (String word : List.of("switch", "refuse", "parallel")) {
            second.getItems().add(new Choice(word, texts.text("second." + word)));
        }
        line = form.choice("line", texts.text("stations.line"), texts.text("stations.line.hint"));
        line.getItems()
                .setAll(
                        new Choice("", texts.text("stations.line.none")),
                        new Choice("atelier", texts.text("line.atelier")),
                        new Choice("oem", texts.text("line.oem")));
        form.text("task", texts.text("stations.task"), "");
    }

    @Override
    public String name() {
        return "stations";
    }

    @Override
    public void load(Consumer<Reply<List<PlannedStationView>>> then) {
        desk.client()
                .get(
                        "planned-stations",
                        PlannedStationView[].class,
                        Fields.listed(reply -> {
                            reply.ifOk(rows ->
                                    benches =
                                            rows.stream()
                                                    .filter(row -> row.bench() == null)
                                                    .map(PlannedStationView::code)
                                                    .toList());
                            then.accept(reply);
                        }));
    }

    @Override
    public List<TableColumn<PlannedStationView, ?>> columns() {
        return List.of(
                Tables.words(texts.text("master.code"), 110, PlannedStationView::code),
                Tables.words(texts.text("stations.type"), 110, row -> Fields.said(row.type())),
                Tables.words(texts.text("stations.area"), 110, row -> Fields.said(row.area())),
                Tables.words(texts.text("stations.bench"), 120, row -> Fields.said(row.bench())),
                Tables.words(texts.text("stations.line"), 110, this::line),
                Tables.words(
                        texts.text("stations.who"), 120, row -> String.join(", ", row.operators())),
                Tables.nodes(
                        texts.text("stations.trust"),
                        120,
                        this::trust,
                        Comparator.comparing(row -> Fields.said(row.trust()))));
    }

    private String line(PlannedStationView row) {
        return row.line() == null
                ? ""
                : texts.text("line." + row.line()) + " · " + Fields.said(row.task());
    }

    private Node trust(PlannedStationView row) {
        String trust = row.trust() == null ? "never" : row.trust();
        return Tables.badge(
                texts.text("trust." + trust),
                switch (trust) {
                    case "enrolled" -> Badge.DONE;
                    case "revoked" -> Badge.WRONG;
                    case "offered" -> Badge.LOOK;
                    default -> Badge.PLAIN;
                });
    }

    @Override
    public String key(PlannedStationView row) {
        return row.code();
    }

    @Override
    public String words(PlannedStationView row) {
        return String.join(
                " ",
                row.code(),
                Fields.said(row.type()),
                Fields.said(row.area()),
                Fields.said(row.bench()));
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public void fill(@Nullable PlannedStationView row) {
        before = row;
        form.enable("code", row == null);
        bench.getItems().setAll(new Choice("", texts.text("stations.bench.none")));
        benches.stream()
                .filter(code -> row == null || !code.equals(row.code()))
                .forEach(code -> bench.getItems().add(new Choice(code, code)));
        Fields.choose(bench, row == null ? "" : row.bench());
        Fields.choose(second, row == null ? "switch" : row.secondStart());
        Fields.choose(line, row == null ? "" : row.line());
        if (row != null) {
            form.fill("code", row.code());
            form.fill("type", row.type());
            form.fill("area", row.area());
            form.fill("operators", String.join(", ", row.operators()));
            form.fill("task", row.task());
        }
    }

    @Override
    public void send(Consumer<Reply<PlannedReply>> then) {
        desk.client()
                .post(
                        DeskClient.path("planned-stations", Fields.code(form)),
                        new PlannedStationRequest(
                                form.words("secondStart"),
                                form.value("bench"),
                                form.value("type"),
                                form.value("area"),
                                Fields.codes(form.words("operators")),
                                form.value("line"),
                                form.value("task"),
                                before == null ? "" : before.version()),
                        PlannedReply.class,
                        then);
    }
}
