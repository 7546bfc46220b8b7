package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanWords;
import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.DefineReasonRequest;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.ReasonView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Why work is held, pieces scrapped and stations stopped, in every language (ST-4). */
final class Reasons implements Kind<ReasonView> {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> kind;
    private @Nullable ReasonView before;

    Reasons(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(Reasons.class);
        form = new Form(texts, "reason", "", texts.text("master.save"));
        form.text("code", texts.text("master.code"), texts.text("master.code.hint"));
        kind = form.choice("kind", texts.text("reasons.kind"), "");
        for (String word : List.of("hold", "scrap", "stop")) {
            kind.getItems().add(new Choice(word, texts.text("kind." + word)));
        }
        for (String tag : PlanWords.LANGUAGES) {
            form.text(
                    "label_" + tag,
                    texts.text("label." + tag),
                    tag.equals("en") ? texts.text("label.hint") : "");
        }
    }

    @Override
    public String name() {
        return "reasons";
    }

    @Override
    public void load(Consumer<Reply<List<ReasonView>>> then) {
        desk.client().get("reasons", ReasonView[].class, Fields.listed(then));
    }

    @Override
    public List<TableColumn<ReasonView, ?>> columns() {
        List<TableColumn<ReasonView, ?>> columns = new ArrayList<>();
        columns.add(Tables.words(texts.text("master.code"), 110, ReasonView::code));
        columns.add(
                Tables.words(
                        texts.text("reasons.kind"),
                        90,
                        reason -> texts.text("kind." + reason.kind())));
        for (String tag : PlanWords.LANGUAGES) {
            columns.add(
                    Tables.nodes(
                            texts.text("language." + tag),
                            140,
                            reason -> label(reason, tag),
                            Comparator.comparing(reason -> words(reason, tag))));
        }
        return columns;
    }

    private Node label(ReasonView reason, String tag) {
        return reason.missing().contains(tag)
                ? Tables.badge(texts.text("label.missing"), Badge.LOOK)
                : new Label(words(reason, tag));
    }

    private static String words(ReasonView reason, String tag) {
        return reason.labels().getOrDefault(tag, "");
    }

    @Override
    public String key(ReasonView row) {
        return row.code();
    }

    @Override
    public String words(ReasonView row) {
        return row.code() + " " + String.join(" ", row.labels().values());
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public void fill(@Nullable ReasonView row) {
        before = row;
        form.enable("code", row == null);
        Fields.choose(kind, row == null ? "hold" : row.kind());
        if (row != null) {
            form.fill("code", row.code());
            PlanWords.LANGUAGES.forEach(tag -> form.fill("label_" + tag, words(row, tag)));
        }
    }

    @Override
    public void send(Consumer<Reply<PlannedReply>> then) {
        Map<String, String> labels = new HashMap<>();
        PlanWords.LANGUAGES.forEach(tag -> labels.put(tag, form.words("label_" + tag)));
        desk.client()
                .post(
                        DeskClient.path("reasons", Fields.code(form)),
                        new DefineReasonRequest(
                                form.words("kind"), labels, before == null ? "" : before.version()),
                        PlannedReply.class,
                        then);
    }
}
