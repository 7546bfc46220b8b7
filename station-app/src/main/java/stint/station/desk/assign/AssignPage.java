package stint.station.desk.assign;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.DeskPage;
import stint.station.desk.Reply;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.planning.AssignRequest;
import stint.wire.planning.ByLoadRequest;
import stint.wire.planning.ByLoadView;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobView;
import stint.wire.planning.PersonView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.StepView;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Who does what: a job's shares beside how much each person has before them. A share is dragged
 * onto a person, or given with Enter; by load shows what it would change first (DP-5). On the FX
 * thread only.
 */
public final class AssignPage implements DeskPage {

    private final Desk desk;
    private final Texts texts;
    private final ShareWords words;
    private final HBox view = new HBox();
    private final ComboBox<Choice> job = new ComboBox<>();
    private final Button give;
    private final Button byLoad;
    private final TableView<ShareRow> table;
    private final PeopleList people;
    private final GiveForm giving;
    private final ByLoadBox loading;

    private List<PersonLoad> loads = List.of();
    private @Nullable JobDetail shown;
    private @Nullable JobDetail proposedFor;

    /** A page that has asked for nothing yet. */
    public AssignPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(AssignPage.class);
        Buttons buttons = new Buttons(texts);
        words = new ShareWords(texts, () -> loads);
        table = Tables.table("shares", texts.text("assign.none"));
        table.getColumns().add(Tables.words(texts.text("assign.task"), 220, words::task));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("assign.who"), 190, row -> words.name(row.operator())));
        table.getColumns()
                .add(Tables.words(texts.text("assign.pieces"), 80, row -> "" + row.pieces()));
        table.getColumns()
                .add(Tables.words(texts.text("assign.minutes"), 90, row -> "" + row.minutes()));
        people = new PeopleList(texts, this::dropped);
        giving = new GiveForm(texts);
        loading = new ByLoadBox(texts, this::askByLoad, this::doByLoad);
        give = buttons.of("assign-give", "assign.give", Material2MZ.PERSON_ADD, this::startGiving);
        byLoad =
                buttons.of(
                        "assign-by-load",
                        "assign.by.load",
                        Material2AL.EQUALIZER,
                        this::startByLoad);
        rows();
        VBox main = new VBox(bar(), table);
        main.getStyleClass().add("page");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(main, people, giving.view(), loading);
        enable();
    }

    private Node bar() {
        job.setId("assign-job");
        job.setPrefWidth(320);
        job.setOnAction(event -> load());
        Label hint = new Label(texts.text("assign.hint"));
        hint.getStyleClass().addAll("soft", "small");
        hint.setWrapText(true);
        Wrapping.guard(hint);
        HBox row = new HBox(job, give, byLoad);
        row.getStyleClass().add("bar");
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(row, hint);
    }

    private void rows() {
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    people.choose(now);
                    enable();
                });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !give.isDisabled()) {
                startGiving();
                event.consume();
            }
        });
        table.setRowFactory(any -> {
            TableRow<ShareRow> row = new TableRow<>();
            row.setOnDragDetected(event -> {
                if (!row.isEmpty() && desk.person().supervises()) {
                    table.getSelectionModel().select(row.getItem());
                    row.startFullDrag();
                    event.consume();
                }
            });
            return row;
        });
    }

    private void enable() {
        boolean may = desk.person().supervises() && shown != null;
        give.setDisable(!may || table.getSelectionModel().getSelectedItem() == null);
        byLoad.setDisable(!may);
    }

    @Override
    public String key() {
        return "assign";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        ask(
                "people",
                PersonView[].class,
                answer -> {
                    loads = PersonLoad.of(answer);
                    people.show(loads);
                    table.refresh();
                });
        ask("jobs", JobView[].class, this::jobs);
    }

    @Override
    public void news() {
        shown();
    }

    @Override
    public void open(String what) {
        job.getItems().stream()
                .filter(choice -> choice.code().equals(what))
                .findFirst()
                .ifPresent(job::setValue);
    }

    private void jobs(JobView[] answer) {
        List<Choice> open =
                Arrays.stream(answer)
                        .filter(any ->
                                !any.status().equals("done") && !any.status().equals("cancelled"))
                        .map(any -> new Choice(any.ticket(), any.ticket() + " · " + any.name()))
                        .toList();
        Choice before = job.getValue();
        if (!job.getItems().equals(open)) {
            job.getItems().setAll(open);
            job.setValue(open.contains(before) ? before : open.isEmpty() ? null : open.getFirst());
        }
        load();
    }

    private void load() {
        Choice chosen = job.getValue();
        if (chosen == null) {
            shown = null;
            table.getItems().clear();
            enable();
            return;
        }
        ask(
                DeskClient.path("jobs", chosen.code()),
                JobDetail.class,
                detail -> {
                    if (chosen.equals(job.getValue())) {
                        shown = detail;
                        Tables.show(table, ShareRow.of(detail), ShareRow::key);
                        enable();
                    }
                });
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

    private void leave() {
        giving.close();
        loading.close();
    }

    private void startGiving() {
        ShareRow row = table.getSelectionModel().getSelectedItem();
        leave();
        giving.open(row, loads, words, (operator, pieces) -> give(row, operator, pieces));
    }

    private void dropped(String operator) {
        ShareRow row = table.getSelectionModel().getSelectedItem();
        if (row != null && !row.operator().equals(operator)) {
            leave();
            give(row, operator, row.pieces());
        }
    }

    private void give(ShareRow row, String operator, int pieces) {
        post(
                DeskClient.path("tasks", row.ticket(), row.step().sequence(), "assign"),
                new AssignRequest(
                        row.moved(pieces, operator), Objects.requireNonNullElse(row.version(), "")),
                texts.text("give.done", pieces, words.name(operator)));
    }

    private void startByLoad() {
        leave();
        loading.open();
        askByLoad();
    }

    private void askByLoad() {
        JobDetail detail = shown;
        if (detail == null) {
            return;
        }
        ask(
                DeskClient.path("jobs", detail.job().ticket(), "assign")
                        + "?byHand="
                        + loading.byHand(),
                ByLoadView[].class,
                answer -> {
                    proposedFor = detail;
                    loading.show(
                            Arrays.stream(answer)
                                    .map(change -> words.change(detail, change))
                                    .toList());
                });
    }

    private void doByLoad() {
        JobDetail detail = proposedFor;
        if (detail == null) {
            return;
        }
        Map<Integer, String> seen = new HashMap<>();
        for (StepView step : detail.steps()) {
            String version = step.sharesVersion();
            if (version != null) {
                seen.put(step.sequence(), version);
            }
        }
        post(
                DeskClient.path("jobs", detail.job().ticket(), "assign"),
                new ByLoadRequest(detail.job().version(), seen, loading.byHand()),
                texts.text("byload.done"));
    }

    /** What changed meanwhile is said, and shown, before somebody tries again. */
    private void post(String path, Object request, String done) {
        desk.client()
                .post(
                        path,
                        request,
                        PlannedReply.class,
                        reply -> {
                            if (giving.isOpen() && reply instanceof Reply.Refused<?>) {
                                giving.wrong(reply.refusals(), desk.words(reply));
                                return;
                            }
                            leave();
                            if (reply instanceof Reply.Ok<?>) {
                                desk.done(done);
                            } else {
                                desk.say(reply);
                            }
                            shown();
                        });
    }
}
