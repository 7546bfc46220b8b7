package stint.station.desk.sessions;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.DeskPage;
import stint.station.desk.Reply;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.CloseSessionsRequest;
import stint.wire.planning.PlannedReply;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.RunRequest;
import stint.wire.protocol.StationSessionView;
import stint.wire.protocol.TaskView;
import stint.wire.protocol.WorkSessionView;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is open: station sessions, which are closed, one or all (ST-7); work on tasks, whose task is
 * cancelled (OS-7); guided work, which is cancelled. On the FX thread only.
 */
public final class SessionsPage implements DeskPage {

    private final Desk desk;
    private final Texts texts;
    private final HBox view = new HBox();
    private final TableView<StationSessionView> stations;
    private final TableView<Work> work;
    private final TableView<WorkSessionView> guided;
    private final Form why;

    /** A page that has asked for nothing yet. */
    public SessionsPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(SessionsPage.class);
        stations = stationTable();
        work = workTable();
        guided = guidedTable();
        why = new Form(texts, "why", "", texts.text("why.ok"));
        why.text("reason", texts.text("why.reason"), texts.text("why.hint"));
        Button close = button("sessions-close", "sessions.close", this::closeChosen);
        Button closeAll = button("sessions-close-all", "sessions.close.all", this::closeAll);
        Button cancelTask = button("sessions-cancel-task", "sessions.cancel.task", this::endTask);
        Button cancelRun = button("sessions-cancel-run", "sessions.cancel.run", this::endRun);
        close.disableProperty().bind(stations.getSelectionModel().selectedItemProperty().isNull());
        cancelTask.disableProperty().bind(work.getSelectionModel().selectedItemProperty().isNull());
        cancelRun
                .disableProperty()
                .bind(guided.getSelectionModel().selectedItemProperty().isNull());
        VBox main =
                new VBox(
                        head("sessions.stations", close, closeAll),
                        stations,
                        head("sessions.work", cancelTask),
                        work,
                        head("sessions.guided", cancelRun),
                        guided);
        List.of(stations, work, guided).forEach(table -> VBox.setVgrow(table, Priority.ALWAYS));
        main.getStyleClass().add("page");
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(main, why);
    }

    private Node head(String key, Button... buttons) {
        Label title = new Label(texts.text(key));
        title.getStyleClass().add("field-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space);
        head.getChildren().addAll(buttons);
        head.getStyleClass().add("bar");
        return head;
    }

    private Button button(String id, String key, Runnable act) {
        Button button = new Button(texts.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> act.run());
        return button;
    }

    private String moment(Instant at) {
        return texts.moment(at, desk.clock().instant());
    }

    private TableView<StationSessionView> stationTable() {
        TableView<StationSessionView> table = Tables.table("stations", texts.text("sessions.none"));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.station"), 120, StationSessionView::station));
        table.getColumns()
                .add(Tables.words(texts.text("sessions.who"), 180, StationSessionView::name));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.since"),
                                100,
                                each -> moment(each.openedAt())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.status"),
                                200,
                                each ->
                                        texts.text(
                                                "sessions.does",
                                                texts.text("does." + each.status()),
                                                moment(each.since()))));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.made"),
                                120,
                                each -> texts.text("sessions.counts", each.good(), each.scrap())));
        return table;
    }

    private TableView<Work> workTable() {
        TableView<Work> table = Tables.table("work", texts.text("sessions.none"));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.station"),
                                120,
                                each -> each.session().station()));
        table.getColumns()
                .add(Tables.words(texts.text("sessions.who"), 180, each -> each.session().name()));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.since"),
                                100,
                                each -> moment(each.session().startedAt())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.task"),
                                260,
                                each -> each.task().task() + " · " + each.task().name()));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.status"),
                                100,
                                each -> texts.text("work." + each.session().status())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.made"),
                                120,
                                each ->
                                        texts.text(
                                                "sessions.counts",
                                                each.session().qty(),
                                                each.session().scrap())));
        return table;
    }

    private TableView<WorkSessionView> guidedTable() {
        TableView<WorkSessionView> table = Tables.table("guided", texts.text("sessions.none"));
        table.getColumns()
                .add(Tables.words(texts.text("sessions.station"), 120, WorkSessionView::stationId));
        table.getColumns()
                .add(Tables.words(texts.text("sessions.who"), 180, WorkSessionView::workerId));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.since"),
                                100,
                                each -> moment(each.startedAt())));
        table.getColumns()
                .add(Tables.words(texts.text("sessions.sop"), 220, WorkSessionView::sopTitle));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("sessions.step"),
                                120,
                                each ->
                                        texts.text(
                                                "sessions.steps",
                                                each.stepsPassed(),
                                                each.stepsTotal())));
        return table;
    }

    @Override
    public String key() {
        return "sessions";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        ask(
                "station-sessions",
                StationSessionView[].class,
                answer -> Tables.show(stations, List.of(answer), StationSessionView::session));
        ask("tasks", TaskView[].class, answer -> Tables.show(work, Work.open(answer), Work::key));
        ask(
                "sessions",
                WorkSessionView[].class,
                answer ->
                        Tables.show(
                                guided,
                                Arrays.stream(answer)
                                        .filter(run ->
                                                run.status().equals("in_progress")
                                                        || run.status().equals("paused"))
                                        .toList(),
                                WorkSessionView::id));
    }

    private <T> void ask(String path, Class<T> type, Consumer<T> then) {
        desk.client()
                .get(
                        path,
                        type,
                        reply -> {
                            reply.ifOk(then);
                            desk.say(reply);
                        });
    }

    @Override
    public void news() {
        shown();
    }

    private void closeChosen() {
        StationSessionView session = stations.getSelectionModel().getSelectedItem();
        because(
                texts.text("sessions.close.title", session.station(), session.name()),
                reason -> close(List.of(session), reason));
    }

    private void closeAll() {
        List<StationSessionView> open = List.copyOf(stations.getItems());
        because(texts.text("sessions.close.all.title", open.size()), reason -> close(open, reason));
    }

    private void close(List<StationSessionView> sessions, String reason) {
        Map<String, String> seen = new HashMap<>();
        sessions.forEach(session -> {
            String version = session.version();
            if (version != null) {
                seen.put(session.session(), version);
            }
        });
        List<String> which = sessions.stream().map(StationSessionView::session).toList();
        send(
                "desk/station-sessions/close",
                new CloseSessionsRequest(which, reason, seen),
                PlannedReply.class);
    }

    private void endTask() {
        TaskView task = work.getSelectionModel().getSelectedItem().task();
        because(
                texts.text("sessions.cancel.task.title", task.task(), task.name()),
                reason ->
                        send(
                                DeskClient.path("tasks", task.ticket(), task.sequence(), "cancel"),
                                new CancelRequest(desk.person().code(), reason, task.version()),
                                byte[].class));
    }

    private void endRun() {
        WorkSessionView run = guided.getSelectionModel().getSelectedItem();
        because(
                texts.text("sessions.cancel.run.title", run.sopTitle(), run.workerId()),
                reason ->
                        send(
                                DeskClient.path("sessions", run.id(), "cancel"),
                                new RunRequest(null, null, null, null, reason, null, run.version()),
                                byte[].class));
    }

    private void because(String heading, Consumer<String> act) {
        why.clear();
        why.heading(heading);
        why.open(() -> {
            if (why.lacks("reason", texts.text("form.why"))) {
                return;
            }
            why.busy(true);
            act.accept(why.words("reason"));
        });
    }

    private <T> void send(String path, Object request, Class<T> type) {
        desk.client()
                .post(
                        path,
                        request,
                        type,
                        reply -> {
                            if (reply instanceof Reply.Ok<T>) {
                                why.close();
                                desk.done(texts.text("sessions.done"));
                            } else {
                                why.wrong(reply.refusals(), desk.words(reply));
                            }
                            shown();
                        });
    }
}
