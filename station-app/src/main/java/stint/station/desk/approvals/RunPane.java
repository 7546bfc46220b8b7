package stint.station.desk.approvals;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.Desk;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.KeptPictures;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.protocol.AuditView;
import stint.wire.protocol.WorkSessionView;

import java.util.Objects;

/** One run: what it is of, its steps with their checks, its audit. On the FX thread only. */
final class RunPane {

    private static final double AUDIT_HEIGHT = 210;

    private final Desk desk;
    private final KeptPictures pictures;
    private final Texts texts;
    private final VBox view = new VBox();
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label state = new Label();
    private final VBox steps = new VBox();
    private final TableView<AuditView> audit;
    private final Button approve;
    private final Button override;
    private @Nullable RunStory story;

    /**
     * @param acts what its buttons do
     */
    RunPane(Desk desk, Acts acts) {
        this.desk = desk;
        pictures = new KeptPictures(desk);
        this.texts = desk.texts(RunPane.class);
        Buttons buttons = new Buttons(texts);
        title.setId("run-title");
        facts.setId("run-facts");
        state.setId("run-state");
        title.getStyleClass().add("title-4");
        for (Label label : new Label[] {title, facts, state}) {
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            Wrapping.guard(label);
        }
        approve =
                buttons.of("run-approve", "run.approve", Material2MZ.VERIFIED_USER, acts::approve);
        approve.getStyleClass().add("accent");
        override = buttons.of("run-override", "run.override", Material2AL.EDIT, acts::override);
        Button csv = buttons.of("run-csv", "run.csv", Material2MZ.SAVE_ALT, () -> acts.save("csv"));
        Button json =
                buttons.of("run-json", "run.json", Material2MZ.SAVE_ALT, () -> acts.save("json"));
        FlowPane actions = new FlowPane(8, 8, approve, override, csv, json);
        steps.setId("run-steps");
        steps.getStyleClass().add("fields");
        ScrollPane scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        audit = table();
        Label heading = new Label(texts.text("audit.title"));
        heading.getStyleClass().add("field-name");
        view.setId("run");
        view.getStyleClass().add("page");
        view.getChildren().addAll(title, facts, state, actions, scroll, heading, audit);
        show(null);
    }

    /** What may be done with the run that is shown. */
    interface Acts {

        void approve();

        void override();

        /**
         * Saves its audit.
         *
         * @param format csv or json
         */
        void save(String format);
    }

    private TableView<AuditView> table() {
        TableView<AuditView> table = Tables.table("run-audit", texts.text("audit.none"));
        table.setPrefHeight(AUDIT_HEIGHT);
        table.setMinHeight(AUDIT_HEIGHT / 2);
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("audit.when"),
                                80,
                                line -> texts.moment(line.at(), desk.clock().instant())));
        table.getColumns().add(Tables.words(texts.text("audit.who"), 110, this::who));
        table.getColumns().add(Tables.words(texts.text("audit.what"), 140, this::what));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("audit.old"),
                                100,
                                line ->
                                        story == null
                                                ? ""
                                                : story.answers(line.stepId(), line.oldAnswers())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("audit.new"),
                                100,
                                line ->
                                        story == null
                                                ? ""
                                                : story.answers(line.stepId(), line.newAnswers())));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("audit.why"),
                                110,
                                line -> Objects.requireNonNullElse(line.reason(), "")));
        return table;
    }

    private String who(AuditView line) {
        return story == null ? "" : story.name(line.by());
    }

    private String what(AuditView line) {
        return story == null
                ? ""
                : (story.stepNumber(line.stepId()) + " " + story.action(line)).strip();
    }

    Node view() {
        return view;
    }

    @Nullable RunStory story() {
        return story;
    }

    /** Shows a run; none hides the pane. */
    void show(@Nullable RunStory now) {
        story = now;
        view.setVisible(now != null);
        view.setManaged(now != null);
        if (now == null) {
            return;
        }
        WorkSessionView run = now.run();
        title.setText(texts.text("run.title", run.sopTitle(), run.sopVersion()));
        facts.setText(
                texts.text(
                        "run.facts",
                        now.name(run.workerId()),
                        run.stationId(),
                        run.taskId() == null ? texts.text("run.no.task") : run.taskId(),
                        RunStory.minutes(run, now.now())));
        boolean own = run.workerId().equals(desk.person().code());
        state.setText(state(now, own));
        state.getStyleClass().setAll("label", "badge", look(run).style());
        approve.setDisable(own || !RunFilter.waits(run));
        override.setDisable(own || run.locked() || run.status().equals("cancelled"));
        steps.getChildren().setAll(new RunSteps(now, pictures).nodes());
        audit.getItems().setAll(now.audit());
        audit.scrollTo(Math.max(0, now.audit().size() - 1));
    }

    private static Badge look(WorkSessionView run) {
        return run.locked() ? Badge.DONE : RunFilter.waits(run) ? Badge.LOOK : Badge.PLAIN;
    }

    private String state(RunStory now, boolean own) {
        WorkSessionView run = now.run();
        if (run.locked()) {
            String when =
                    run.approvedAt() == null
                            ? ""
                            : texts.moment(Objects.requireNonNull(run.approvedAt()), now.now());
            return texts.text("run.locked", now.name(run.approvedBy()), when);
        }
        if (!RunFilter.waits(run)) {
            return texts.text("run." + run.status());
        }
        return own ? texts.text("run.own") : texts.text("run.waits", now.failures());
    }
}
