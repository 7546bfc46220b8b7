package stint.station.desk.jobs;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobChangeRequest;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.ReasonRequest;

import java.time.LocalDate;

/**
 * One job: its graph, how many pieces wait for each operation, and where each piece is; changed and
 * cancelled there (DP-1). On the FX thread only.
 */
final class JobPane {

    private final Desk desk;
    private final Texts texts;
    private final VBox view = new VBox();
    private final Label name = new Label();
    private final HBox badges = new HBox();
    private final Label facts = new Label();
    private final StepGraph graph;
    private final TableView<Piece> pieces;
    private final PieceStory story;
    private final Button change;
    private final Button cancel;
    private final Form changing;
    private final Form cancelling;

    private String ticket = "";
    private @Nullable JobDetail shown;

    /**
     * @param back what is done to see the list again
     */
    JobPane(Desk desk, Runnable back) {
        this.desk = desk;
        this.texts = desk.texts(JobPane.class);
        Buttons buttons = new Buttons(texts);
        graph = new StepGraph(texts);
        story = new PieceStory(desk);
        changing = new Form(texts, "change", "", texts.text("change.ok"));
        changing.text("name", texts.text("new.name"), "");
        changing.number("quantity", texts.text("new.quantity"), "");
        changing.date("due", texts.text("new.due"), texts.text("new.due.hint"));
        cancelling = new Form(texts, "cancel-job", "", texts.text("cancel.ok"));
        cancelling.text("reason", texts.text("cancel.reason"), texts.text("cancel.hint"));
        change = buttons.of("job-change", "job.change", Material2AL.EDIT, this::startChange);
        cancel = buttons.of("job-cancel", "job.cancel", Material2AL.CANCEL, this::startCancel);
        boolean mirrored = texts.rightToLeft();
        Button list =
                buttons.of(
                        "job-back",
                        "job.back",
                        mirrored ? Material2AL.ARROW_FORWARD : Material2AL.ARROW_BACK,
                        back);
        name.setId("job-name");
        name.getStyleClass().add("title-3");
        badges.setId("job-badges");
        badges.getStyleClass().add("bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(list, name, badges, space, change, cancel);
        bar.getStyleClass().add("bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        facts.setId("job-facts");
        ScrollPane scroll = new ScrollPane(graph);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        pieces = Tables.table("pieces", texts.text("piece.none"));
        pieces.getColumns().add(Tables.words(texts.text("piece.serial"), 160, Piece::serial));
        pieces.getColumns().add(Tables.words(texts.text("piece.where"), 400, this::where));
        pieces.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> story.of(now == null ? "" : now.serial()));
        HBox.setHgrow(pieces, Priority.ALWAYS);
        HBox below = new HBox(pieces, story.view());
        below.getStyleClass().add("bar");
        below.setFillHeight(true);
        VBox.setVgrow(below, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(bar, facts, scroll, below);
    }

    private String where(Piece piece) {
        return piece.waits().isEmpty()
                ? texts.text("piece.through")
                : texts.text("piece.waits", String.join(", ", piece.waits()));
    }

    Node view() {
        return view;
    }

    Form changing() {
        return changing;
    }

    Form cancelling() {
        return cancelling;
    }

    /** Shows another job. */
    void open(String wanted) {
        ticket = wanted;
        shown = null;
        leave();
        name.setText(wanted);
        load();
    }

    void leave() {
        changing.close();
        cancelling.close();
    }

    /** Asks how it is now. */
    void load() {
        desk.client()
                .get(
                        DeskClient.path("jobs", ticket),
                        JobDetail.class,
                        reply -> {
                            reply.ifOk(detail -> {
                                if (detail.job().ticket().equals(ticket)) {
                                    show(detail);
                                }
                            });
                            desk.say(reply);
                        });
    }

    private void show(JobDetail detail) {
        if (detail.equals(shown)) {
            return;
        }
        shown = detail;
        JobView job = detail.job();
        name.setText(job.ticket() + " · " + job.name());
        badges.getChildren()
                .setAll(
                        Tables.badge(
                                texts.text("line." + job.line()),
                                job.line().equals("oem") ? Badge.OEM : Badge.ATELIER),
                        Tables.status(texts, job.status()));
        if (job.late()) {
            badges.getChildren().add(Tables.badge(texts.text("jobs.late"), Badge.WRONG));
        }
        facts.setText(facts(job));
        graph.show(detail);
        Tables.show(pieces, Piece.of(detail), Piece::serial);
        boolean over = job.status().equals("done") || job.status().equals("cancelled");
        change.setDisable(over || job.line().equals("oem"));
        cancel.setDisable(over);
    }

    private String facts(JobView job) {
        LocalDate due = job.due();
        StringBuilder said = new StringBuilder(texts.text("job.made", job.good(), job.quantity()));
        if (due != null) {
            said.append(" · ").append(texts.text("job.due", texts.day(due)));
        }
        if (job.order() != null) {
            said.append(" · ").append(texts.text("job.order", job.order()));
        }
        if (job.line().equals("oem")) {
            said.append(" · ").append(texts.text("job.locked"));
        }
        return said.toString();
    }

    private void startChange() {
        JobDetail detail = shown;
        if (detail == null) {
            return;
        }
        leave();
        JobView job = detail.job();
        changing.heading(texts.text("change.title", job.ticket()));
        changing.fill("name", job.name());
        changing.fill("quantity", Integer.toString(job.quantity()));
        changing.fill("due", job.due());
        changing.open(() -> {
            changing.busy(true);
            desk.client()
                    .post(
                            DeskClient.path("jobs", job.ticket(), "change"),
                            new JobChangeRequest(
                                    changing.words("name"),
                                    changing.amount("quantity"),
                                    changing.day("due"),
                                    job.version()),
                            PlannedReply.class,
                            reply -> answered(reply, changing, "change.done"));
        });
    }

    private void startCancel() {
        JobDetail detail = shown;
        if (detail == null) {
            return;
        }
        leave();
        JobView job = detail.job();
        cancelling.clear();
        cancelling.heading(texts.text("cancel.title", job.ticket()));
        cancelling.open(() -> {
            cancelling.busy(true);
            desk.client()
                    .post(
                            DeskClient.path("jobs", job.ticket(), "cancel"),
                            new ReasonRequest(cancelling.words("reason"), job.version()),
                            PlannedReply.class,
                            reply -> answered(reply, cancelling, "cancel.done"));
        });
    }

    /** What changed meanwhile is said, and shown, before somebody tries again. */
    private void answered(Reply<PlannedReply> reply, Form form, String done) {
        switch (reply) {
            case Reply.Ok<PlannedReply>(PlannedReply planned) -> {
                form.close();
                desk.done(texts.text(done, planned.code()));
                load();
            }
            case Reply.Stale<PlannedReply> stale -> {
                form.close();
                desk.say(reply);
                load();
            }
            case Reply.Refused<PlannedReply> no -> form.wrong(reply.refusals(), desk.words(reply));
            case Reply.Unreachable<PlannedReply> gone ->
                    form.wrong(reply.refusals(), desk.words(reply));
        }
    }
}
