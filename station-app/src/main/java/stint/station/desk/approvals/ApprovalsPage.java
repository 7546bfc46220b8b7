package stint.station.desk.approvals;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.DeskPage;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.FilterBar;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.SaveForm;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.PersonView;
import stint.wire.protocol.AuditView;
import stint.wire.protocol.WorkSessionView;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Guided runs that wait for a supervisor: looked at step by step, overridden with a reason, and
 * approved, after which nothing changes them (SOP-4, SOP-5). On the FX thread only.
 */
public final class ApprovalsPage implements DeskPage, RunPane.Acts {

    private static final double LIST_WIDTH = 430;
    private static final int RUNS_MAX = 500;

    private final Desk desk;
    private final Texts texts;
    private final HBox view = new HBox();
    private final FilterBar<RunFilter.Which> filters;
    private final TextField search = new TextField();
    private final TableView<WorkSessionView> table;
    private final RunPane pane;
    private final RunForms forms;
    private final SaveForm file;

    private List<WorkSessionView> runs = List.of();
    private Map<String, String> names = Map.of();
    private List<AuditView> stale = List.of();
    private String wanted = "";

    /** A page that has asked for nothing yet. */
    public ApprovalsPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(ApprovalsPage.class);
        table = table();
        pane = new RunPane(desk, this);
        forms = new RunForms(desk, this::answered);
        file = new SaveForm(desk, texts.text("save.title"));
        filters =
                new FilterBar<>(
                        "approvals",
                        RunFilter.Which.WAITING,
                        name -> texts.text("which." + name),
                        this::load);
        search.setId("approvals-search");
        search.setPromptText(texts.text("approvals.search"));
        search.textProperty().addListener(property -> draw());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox list = new VBox(filters.view(), search, table);
        list.getStyleClass().add("page");
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        HBox.setHgrow(pane.view(), Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(list, pane.view());
        view.getChildren().addAll(forms.forms());
        view.getChildren().add(file.form());
        // While something is asked, all of the run is to be read, and no other is chosen.
        BooleanExpression asked = file.form().visibleProperty();
        for (Form form : forms.forms()) {
            asked = asked.or(form.visibleProperty());
        }
        list.visibleProperty().bind(asked.not());
        list.managedProperty().bind(list.visibleProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null && !now.id().equals(wanted)) {
                        closeForms();
                        look(now.id());
                    }
                });
    }

    private void closeForms() {
        forms.close();
        file.form().close();
    }

    private TableView<WorkSessionView> table() {
        TableView<WorkSessionView> made = Tables.table("approvals", texts.text("approvals.none"));
        made.getColumns()
                .add(Tables.words(texts.text("approvals.sop"), 150, WorkSessionView::sopTitle));
        made.getColumns()
                .add(Tables.words(texts.text("approvals.who"), 110, run -> name(run.workerId())));
        made.getColumns()
                .add(
                        Tables.words(
                                texts.text("approvals.when"),
                                80,
                                run ->
                                        texts.moment(
                                                run.completedAt() == null
                                                        ? run.startedAt()
                                                        : run.completedAt(),
                                                desk.clock().instant())));
        made.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("approvals.state"),
                                90,
                                this::badge,
                                Comparator.comparing(WorkSessionView::status)));
        return made;
    }

    private Node badge(WorkSessionView run) {
        return run.locked()
                ? Tables.badge(texts.text("short.approved"), Badge.DONE)
                : Tables.badge(
                        texts.text("short." + run.status()),
                        RunFilter.waits(run) ? Badge.LOOK : Badge.PLAIN);
    }

    private String name(String code) {
        return names.getOrDefault(code, code);
    }

    @Override
    public String key() {
        return "approvals";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        desk.client()
                .get(
                        "people",
                        PersonView[].class,
                        reply ->
                                reply.ifOk(people -> {
                                    names =
                                            Arrays.stream(people)
                                                    .collect(
                                                            Collectors.toMap(
                                                                    PersonView::code,
                                                                    PersonView::name));
                                    load();
                                }));
        load();
    }

    @Override
    public void news() {
        load();
    }

    @Override
    public void open(String run) {
        look(run);
    }

    private void load() {
        String status =
                switch (filters.chosen()) {
                    case WAITING -> "&status=unapproved";
                    case APPROVED -> "&status=approved";
                    case OPEN, ALL -> "";
                };
        desk.client()
                .get(
                        "sessions?limit=" + RUNS_MAX + status,
                        WorkSessionView[].class,
                        reply -> {
                            reply.ifOk(answer -> {
                                runs = List.of(answer);
                                draw();
                            });
                            desk.say(reply);
                        });
    }

    private void draw() {
        List<WorkSessionView> shown =
                new RunFilter(filters.chosen(), search.getText()).of(runs, this::name);
        Tables.show(table, shown, WorkSessionView::id);
        table.refresh();
        filters.count(texts.text("approvals.count", shown.size()));
    }

    /** Reads a run and its audit; what is shown stays as it is until somebody looks anew. */
    private void look(String id) {
        wanted = id;
        String path = DeskClient.path("sessions", id);
        desk.client()
                .get(
                        path,
                        WorkSessionView.class,
                        reply -> {
                            desk.say(reply);
                            reply.ifOk(run ->
                                    desk.client()
                                            .get(
                                                    path + "/audit",
                                                    AuditView[].class,
                                                    lines -> {
                                                        desk.say(lines);
                                                        lines.ifOk(audit -> show(run, audit));
                                                    }));
                        });
    }

    private void show(WorkSessionView run, AuditView[] audit) {
        if (!run.id().equals(wanted)) {
            return;
        }
        RunStory story =
                new RunStory(
                        run,
                        RunStory.procedure(run),
                        List.of(audit),
                        names,
                        texts,
                        desk.clock().instant());
        pane.show(story);
        if (!stale.isEmpty()) {
            desk.look(texts.text("stale.title"), story.since(stale));
            stale = List.of();
        }
    }

    private void answered(Reply<WorkSessionView> reply) {
        RunStory seen = pane.story();
        if (reply instanceof Reply.Stale<WorkSessionView> && seen != null) {
            stale = seen.audit();
        }
        look(wanted);
        load();
    }

    @Override
    public void approve() {
        RunStory story = pane.story();
        if (story != null) {
            closeForms();
            forms.approve(story);
        }
    }

    @Override
    public void override() {
        RunStory story = pane.story();
        if (story != null) {
            closeForms();
            forms.override(story);
        }
    }

    @Override
    public void save(String format) {
        RunStory story = pane.story();
        if (story != null) {
            closeForms();
            WorkSessionView run = story.run();
            String name =
                    "audit-%s-%s.%s"
                            .formatted(
                                    run.sopId(), run.id().replaceAll("[^A-Za-z0-9-]", "-"), format);
            String path = DeskClient.path("sessions", run.id(), "audit") + "?format=" + format;
            file.open(name, taker -> desk.client().get(path, byte[].class, taker));
        }
    }
}
