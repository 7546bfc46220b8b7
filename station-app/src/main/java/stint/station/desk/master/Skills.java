package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.DeskPerson;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.GraphView;
import stint.wire.planning.OperationView;
import stint.wire.planning.PersonView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.RoutingView;
import stint.wire.planning.SkillsRequest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What people have learnt and what operations ask for, and where nobody has learnt it (DP-5). */
final class Skills implements Kind<Skills.Row> {

    /**
     * A skill.
     *
     * @param learnt the names of who has learnt it and works here
     * @param asked the operations that ask for it, in what is published
     */
    record Row(String skill, List<String> learnt, List<String> asked) {

        /** Copies the lists. */
        Row {
            learnt = List.copyOf(learnt);
            asked = List.copyOf(asked);
        }
    }

    private final Desk desk;
    private final Texts texts;
    private final Form form;
    private final ComboBox<Choice> who;
    private List<PersonView> people = List.of();

    Skills(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(Skills.class);
        form = new Form(texts, "skill", "", texts.text("skills.ok"));
        form.text("skills", texts.text("skills.skill"), texts.text("master.code.hint"));
        who = form.choice("operator", texts.text("skills.who"), "");
    }

    @Override
    public String name() {
        return "skills";
    }

    @Override
    public void load(Consumer<Reply<List<Row>>> then) {
        desk.client()
                .get(
                        "people",
                        PersonView[].class,
                        Fields.listed(reply -> {
                            reply.ifOk(answer -> {
                                people = answer;
                                asked(then);
                            });
                            desk.say(reply);
                        }));
    }

    private void asked(Consumer<Reply<List<Row>>> then) {
        desk.client()
                .get(
                        "routings",
                        RoutingView[].class,
                        Fields.listed(reply -> {
                            reply.ifOk(answer -> then.accept(new Reply.Ok<>(rows(people, answer))));
                            desk.say(reply);
                        }));
    }

    /** All skills, by code. Pure. */
    static List<Row> rows(List<PersonView> people, List<RoutingView> routings) {
        Map<String, List<String>> learnt = new TreeMap<>();
        Map<String, List<String>> asked = new TreeMap<>();
        SortedSet<String> all = new TreeSet<>();
        for (PersonView person : people) {
            all.addAll(person.skills());
            if (person.active()) {
                person.skills()
                        .forEach(skill ->
                                learnt.computeIfAbsent(skill, any -> new ArrayList<>())
                                        .add(person.name()));
            }
        }
        for (RoutingView routing : routings) {
            if (!routing.published().isEmpty()) {
                GraphView graph = routing.published().getLast().graph();
                for (OperationView operation : graph.operations()) {
                    String skill = operation.skill();
                    if (skill != null) {
                        all.add(skill);
                        asked.computeIfAbsent(skill, any -> new ArrayList<>())
                                .add(routing.name() + ": " + operation.name());
                    }
                }
            }
        }
        return all.stream()
                .map(skill ->
                        new Row(
                                skill,
                                learnt.getOrDefault(skill, List.of()),
                                asked.getOrDefault(skill, List.of())))
                .toList();
    }

    @Override
    public List<TableColumn<Row, ?>> columns() {
        return List.of(
                Tables.words(texts.text("skills.skill"), 130, Row::skill),
                Tables.nodes(
                        texts.text("skills.learnt"),
                        260,
                        this::learnt,
                        Comparator.comparingInt(row -> row.learnt().size())),
                Tables.words(
                        texts.text("skills.asked"), 260, row -> String.join(", ", row.asked())));
    }

    private Node learnt(Row row) {
        return row.learnt().isEmpty()
                ? Tables.badge(
                        texts.text("skills.nobody"),
                        row.asked().isEmpty() ? Badge.PLAIN : Badge.WRONG)
                : new Label(String.join(", ", row.learnt()));
    }

    @Override
    public String key(Row row) {
        return row.skill();
    }

    @Override
    public String words(Row row) {
        return String.join(
                " ", row.skill(), String.join(" ", row.learnt()), String.join(" ", row.asked()));
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public boolean adds(DeskPerson who) {
        return true;
    }

    @Override
    public boolean changes(DeskPerson who) {
        return true;
    }

    @Override
    public void fill(@Nullable Row row) {
        form.fill("skills", row == null ? "" : row.skill());
        form.enable("skills", row == null);
        who.getItems().clear();
        people.stream()
                .filter(person -> person.active() && (row == null || !has(person, row.skill())))
                .forEach(person ->
                        who.getItems()
                                .add(
                                        new Choice(
                                                person.code(),
                                                person.name() + " · " + person.code())));
    }

    private static boolean has(PersonView person, String skill) {
        return person.skills().contains(skill);
    }

    @Override
    public void send(Consumer<Reply<PlannedReply>> then) {
        String code = form.words("operator");
        PersonView person =
                people.stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        if (person == null) {
            form.lacks("operator", texts.text("skills.who.missing"));
            return;
        }
        List<String> skills = new ArrayList<>(person.skills());
        skills.add(form.words("skills"));
        desk.client()
                .post(
                        DeskClient.path("people", code, "skills"),
                        new SkillsRequest(
                                skills, Objects.requireNonNullElse(person.skillsVersion(), "")),
                        PlannedReply.class,
                        then);
    }
}
