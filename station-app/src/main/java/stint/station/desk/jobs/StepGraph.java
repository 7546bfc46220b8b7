package stint.station.desk.jobs;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import stint.domain.plan.Job;
import stint.station.desk.graph.ArrowShape;
import stint.station.desk.graph.GraphLayout;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobDetail;
import stint.wire.planning.StepView;

import java.util.ArrayList;
import java.util.List;

/**
 * A job's operations as a graph from one side to the other, each with how many pieces wait for it
 * and who is at it. On the FX thread only.
 */
final class StepGraph extends Pane {

    private static final double BOX_WIDTH = 200;
    private static final double BOX_HEIGHT = 116;
    private static final GraphLayout.Size SIZE =
            new GraphLayout.Size(BOX_WIDTH, BOX_HEIGHT, 44, 14);

    private final Texts texts;

    StepGraph(Texts texts) {
        this.texts = texts;
        setId("graph");
        getStyleClass().add("graph");
    }

    void show(JobDetail detail) {
        GraphLayout layout =
                GraphLayout.sorted(
                        detail.steps().stream().map(StepView::sequence).toList(),
                        detail.edges().stream()
                                .map(edge -> new Job.Edge(edge.getFirst(), edge.getLast()))
                                .toList(),
                        SIZE);
        getChildren().setAll(layout.arrows().stream().map(ArrowShape::new).toList());
        for (StepView step : detail.steps()) {
            GraphLayout.Spot spot = layout.boxes().get(step.sequence());
            if (spot != null) {
                VBox box = box(step);
                box.relocate(spot.x(), spot.y());
                getChildren().add(box);
            }
        }
        setMinHeight(layout.height());
        setMinWidth(layout.width());
    }

    private VBox box(StepView step) {
        Label name = new Label(step.sequence() + " · " + step.name());
        name.getStyleClass().add("field-name");
        HBox head = new HBox(name);
        head.setAlignment(Pos.CENTER_LEFT);
        String state = step.cancelled() ? "cancelled" : step.status();
        Label counts =
                new Label(
                        texts.text("step.counts", step.ready(), step.good())
                                + (step.scrap() > 0
                                        ? " · " + texts.text("step.scrap", step.scrap())
                                        : ""));
        List<String> at = new ArrayList<>(step.active());
        step.paused().forEach(who -> at.add(texts.text("step.paused", who)));
        Label who = new Label(String.join(", ", at));
        who.getStyleClass().add("soft");
        VBox box = new VBox(head, Tables.status(texts, state), counts, who);
        box.setId("step-" + step.sequence());
        box.getStyleClass().addAll("step-box", "step-" + state);
        box.setMinSize(BOX_WIDTH, BOX_HEIGHT);
        box.setPrefSize(BOX_WIDTH, BOX_HEIGHT);
        box.setMaxSize(BOX_WIDTH, BOX_HEIGHT);
        return box;
    }
}
