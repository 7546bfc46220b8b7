package stint.station.ui.work;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.bench.Problem;
import stint.station.ui.entry.Entry;
import stint.station.ui.entry.EntryPane;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.MetricRow;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;
import stint.station.ui.work.WorkView.Fact;
import stint.station.ui.work.WorkView.Phase;

import java.util.List;

/** The controller of {@code WorkScreen.fxml}. On the FX thread only. */
public final class WorkScreen {

    /** With nothing to enter, the one button takes the middle. */
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final WorkModel model;
    private final Texts texts;

    @FXML private Label line;
    @FXML private Label heading;
    @FXML private Label subheading;
    @FXML private Label step;
    @FXML private Label good;
    @FXML private Label target;
    @FXML private ProgressBar bar;
    @FXML private FlowPane facts;
    @FXML private Label state;
    @FXML private MetricRow mine;
    @FXML private EntryPane entry;
    @FXML private ProblemLabel problem;
    @FXML private Button primary;
    @FXML private Button back;
    @FXML private Button hold;
    @FXML private Button scrap;
    @FXML private Button end;
    @FXML private Button again;
    @FXML private Button guide;

    private List<Fact> drawnFacts = List.of();

    /** For the FXML loader. */
    public WorkScreen(WorkModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        entry.connect(texts, model, model::toggle, model::turn);
        Controls.say(back, texts.text("work.list"), Controls.back(texts));
        Controls.say(hold, texts.text("work.hold"), Material2MZ.PAUSE);
        Controls.say(scrap, texts.text("work.scrap.button"), Material2AL.DELETE_OUTLINE);
        Controls.say(end, texts.text("work.end"), Material2MZ.STOP);
        Controls.say(again, texts.text("work.again"), Material2MZ.REPLAY);
        guide.setOnAction(event -> model.guide());
        back.setOnAction(event -> model.leave());
        hold.setOnAction(event -> model.hold());
        scrap.setOnAction(event -> model.scrap());
        end.setOnAction(event -> model.end());
        again.setOnAction(event -> model.again());
        primary.setOnAction(event -> model.primary());
        model.view().follow(this::draw);
    }

    private void draw(WorkView view) {
        line.setText(view.line());
        line.getStyleClass().setAll("label", "line", view.atelier() ? "atelier" : "oem");
        heading.setText(view.heading());
        Controls.showOrHide(subheading, view.subheading());
        step.setText(view.step());
        good.setText(view.good());
        target.setText(view.target());
        bar.setProgress(view.progress());
        drawFacts(view.facts());
        state.setText(view.state());
        state.setGraphic(Controls.icon(phaseIcon(view.phase())));
        state.getStyleClass().setAll("label", "state", styleOf(view.phase()));
        mine.show(view.mine());
        Problem.show(view.problem(), problem, texts);
        // On a small panel, what went wrong stands where the question stood.
        boolean asks = view.entry() instanceof Entry.Quantity && view.problem() == null;
        entry.show(view.entry(), asks ? texts.text("work.how.many") : "", view.problem() != null);
        Controls.say(primary, view.primaryText(), primaryIcon(view));
        Controls.busy(primary, view.busy());
        primary.pseudoClassStateChanged(ALONE, view.entry() instanceof Entry.None);
        boolean working = view.phase() == Phase.ACTIVE || view.phase() == Phase.HELD;
        Controls.show(hold, view.phase() == Phase.ACTIVE);
        Controls.show(scrap, working);
        Controls.show(end, working);
        Controls.show(again, view.phase() == Phase.DONE);
        String guided = model.guided();
        Controls.show(guide, !guided.isEmpty());
        Controls.say(guide, guided, Material2AL.FACT_CHECK);
        List.of(hold, scrap, end, again).forEach(button -> button.setDisable(view.busy()));
    }

    private static String styleOf(Phase phase) {
        return switch (phase) {
            case ACTIVE -> "active";
            case HELD -> "held";
            case DONE -> "done";
            case IDLE, CANCELLED -> "idle";
        };
    }

    private static Ikon phaseIcon(Phase phase) {
        return switch (phase) {
            case ACTIVE -> Material2MZ.PLAY_CIRCLE_FILLED;
            case HELD -> Material2MZ.PAUSE_CIRCLE_FILLED;
            case DONE -> Material2AL.CHECK_CIRCLE;
            case IDLE -> Material2MZ.RADIO_BUTTON_UNCHECKED;
            case CANCELLED -> Material2AL.CANCEL;
        };
    }

    private Ikon primaryIcon(WorkView view) {
        if (view.busy()) {
            return Material2AL.HOURGLASS_EMPTY;
        }
        return switch (view.primary()) {
            case START, RESUME -> Material2MZ.PLAY_ARROW;
            case COMPLETE -> Material2AL.CHECK;
            case BACK -> Controls.back(texts);
        };
    }

    private void drawFacts(List<Fact> now) {
        if (now.equals(drawnFacts)) {
            return;
        }
        drawnFacts = now;
        facts.getChildren().clear();
        for (Fact fact : now) {
            Label label = new Label(fact.text());
            label.getStyleClass().add(fact.kind() == Fact.Kind.LATE ? "late" : "fact");
            label.setGraphic(
                    Controls.icon(
                            switch (fact.kind()) {
                                case CONFIRMED -> Material2AL.CLOUD_DONE;
                                case WAITING -> Material2AL.CLOUD_QUEUE;
                                case SCRAP -> Material2AL.DELETE_OUTLINE;
                                case OTHERS -> Material2AL.GROUP;
                                case READY -> Material2AL.INBOX;
                                case DUE -> Material2AL.EVENT;
                                case LATE -> Material2MZ.WARNING;
                            }));
            facts.getChildren().add(label);
        }
    }
}
