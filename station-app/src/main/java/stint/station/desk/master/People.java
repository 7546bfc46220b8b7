package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanWords;
import stint.domain.plan.Role;
import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.DeskPerson;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.PersonRequest;
import stint.wire.planning.PersonView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.SkillsRequest;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Everybody who works here: names, roles, languages, skills, and for administrators their PINs. */
final class People implements Kind<PersonView> {

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final PinForm pin;
    private final ComboBox<Choice> language;
    private final ComboBox<Choice> role;
    private final ComboBox<Choice> active;
    private @Nullable PersonView before;
    private @Nullable String version;

    /**
     * @param changed is told when people are other ones than before
     */
    People(Desk desk, Runnable changed) {
        this.desk = desk;
        this.texts = desk.texts(People.class);
        form = new Form(texts, "person", "", texts.text("master.save"));
        form.text("code", texts.text("people.code"), texts.text("master.code.hint"));
        form.text("name", texts.text("master.name"), "");
        language = form.choice("language", texts.text("people.language"), "");
        PlanWords.LANGUAGES.forEach(
                tag -> language.getItems().add(new Choice(tag, texts.text("language." + tag))));
        role = form.choice("role", texts.text("people.role"), "");
        for (String word : List.of("operator", "supervisor", "planner", "admin")) {
            role.getItems().add(new Choice(word, texts.text("role." + word)));
        }
        if (desk.person().role() != Role.ADMIN) {
            form.hint("role", texts.text("people.role.hint"));
        }
        active =
                form.choice(
                        "active", texts.text("people.active"), texts.text("people.active.hint"));
        active.getItems()
                .setAll(
                        new Choice("yes", texts.text("active.yes")),
                        new Choice("no", texts.text("active.no")));
        form.text("skills", texts.text("people.skills"), texts.text("people.skills.hint"));
        pin = new PinForm(desk, changed, form::close);
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void load(Consumer<Reply<List<PersonView>>> then) {
        desk.client().get("people", PersonView[].class, Fields.listed(then));
    }

    @Override
    public List<TableColumn<PersonView, ?>> columns() {
        return List.of(
                Tables.words(texts.text("people.code"), 90, PersonView::code),
                Tables.words(texts.text("master.name"), 170, PersonView::name),
                Tables.words(
                        texts.text("people.role"), 110, row -> texts.text("role." + row.role())),
                Tables.words(texts.text("people.language"), 90, this::language),
                Tables.words(
                        texts.text("people.skills"), 170, row -> String.join(", ", row.skills())),
                Tables.nodes(
                        texts.text("people.state"),
                        120,
                        this::state,
                        Comparator.comparing(PersonView::active).thenComparing(PersonView::pin)));
    }

    private String language(PersonView row) {
        return PlanWords.LANGUAGES.contains(row.language())
                ? texts.text("language." + row.language())
                : row.language();
    }

    private Node state(PersonView row) {
        if (!row.active()) {
            return Tables.badge(texts.text("active.no"), Badge.PLAIN);
        }
        return row.pin()
                ? Tables.badge(texts.text("active.yes"), Badge.DONE)
                : Tables.badge(texts.text("people.no.pin"), Badge.LOOK);
    }

    @Override
    public String key(PersonView row) {
        return row.code();
    }

    @Override
    public String words(PersonView row) {
        return String.join(
                " ",
                row.code(),
                row.name(),
                texts.text("role." + row.role()),
                String.join(" ", row.skills()));
    }

    @Override
    public Form form() {
        return form;
    }

    /** A supervisor says what people have learnt. */
    @Override
    public boolean changes(DeskPerson who) {
        return true;
    }

    @Override
    public List<Form> forms() {
        return List.of(pin.form());
    }

    @Override
    public void actions(HBox bar) {
        pin.into(bar);
    }

    @Override
    public void chosen(@Nullable PersonView row) {
        pin.chosen(row);
    }

    @Override
    public void fill(@Nullable PersonView row) {
        pin.form().close();
        before = row;
        version = row == null ? null : row.version();
        boolean plans = desk.person().plans();
        form.enable("code", row == null);
        form.enable("name", plans);
        form.enable("language", plans);
        form.enable("active", plans);
        form.enable("role", desk.person().role() == Role.ADMIN);
        Fields.choose(language, row == null ? "th" : row.language());
        Fields.choose(role, row == null ? "operator" : row.role());
        Fields.choose(active, row == null || row.active() ? "yes" : "no");
        if (row != null) {
            form.fill("code", row.code());
            form.fill("name", row.name());
            form.fill("skills", String.join(", ", row.skills()));
        }
    }

    @Override
    public void send(Consumer<Reply<PlannedReply>> then) {
        if (!desk.person().plans()) {
            skills(then);
            return;
        }
        desk.client()
                .post(
                        DeskClient.path("people", Fields.code(form)),
                        new PersonRequest(
                                form.words("name"),
                                form.words("language"),
                                form.words("role"),
                                form.words("active").equals("yes"),
                                Objects.requireNonNullElse(version, "")),
                        PlannedReply.class,
                        reply -> saved(reply, then));
    }

    /** What was saved is what they have seen, should their skills be refused now. */
    private void saved(Reply<PlannedReply> reply, Consumer<Reply<PlannedReply>> then) {
        if (reply instanceof Reply.Ok<PlannedReply>(PlannedReply saved)) {
            if (!saved.events().isEmpty()) {
                version = saved.events().getFirst();
            }
            skills(then);
        } else {
            then.accept(reply);
        }
    }

    private void skills(Consumer<Reply<PlannedReply>> then) {
        desk.client()
                .post(
                        DeskClient.path("people", Fields.code(form), "skills"),
                        new SkillsRequest(
                                Fields.codes(form.words("skills")),
                                before == null
                                        ? ""
                                        : Objects.requireNonNullElse(before.skillsVersion(), "")),
                        PlannedReply.class,
                        then);
    }
}
