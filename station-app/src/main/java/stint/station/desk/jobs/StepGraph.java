package stint.station.desk.jobs;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobDetail;
import stint.wire.planning.StepView;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A job's operations as a graph from one side to the other, each with how many pieces wait for it
 * and who is at it. On the FX thread only.
 */
final class StepGraph extends Pane {

    private static final double BOX_WIDTH = 200;
    private static final double BOX_HEIGHT = 116;
    private static final double GAP_ACROSS = 44;
    private static final double GAP_DOWN = 14;
    private static final double HEAD = 5;

    private final Texts texts;

    StepGraph(Texts texts) {
        this.texts = texts;
        setId("graph");
        getStyleClass().add("graph");
    }

    /** How far each operation is from the beginning: one more than the farthest before it. */
    static Map<Integer, Integer> depths(JobDetail detail) {
        Map<Integer, Integer> depths = new HashMap<>();
        detail.steps().forEach(step -> depths.put(step.sequence(), 0));
        for (int round = 0; round < detail.steps().size(); round++) {
            for (List<Integer> edge : detail.edges()) {
                int before = depths.getOrDefault(edge.getFirst(), 0);
                depths.merge(edge.getLast(), before + 1, Math::max);
            }
        }
        return depths;
    }

    void show(JobDetail detail) {
        getChildren().clear();
        Map<Integer, Integer> depths = depths(detail);
        Map<Integer, List<StepView>> columns = new HashMap<>();
        detail.steps()
                .forEach(step ->
                        columns.computeIfAbsent(
                                        depths.getOrDefault(step.sequence(), 0),
                                        any -> new ArrayList<>())
                                .add(step));
        int tallest = columns.values().stream().mapToInt(List::size).max().orElse(0);
        Map<Integer, VBox> boxes = new HashMap<>();
        columns.forEach((depth, steps) -> {
            double free = (tallest - steps.size()) * (BOX_HEIGHT + GAP_DOWN) / 2;
            for (int row = 0; row < steps.size(); row++) {
                VBox box = box(steps.get(row));
                box.relocate(
                        depth * (BOX_WIDTH + GAP_ACROSS), free + row * (BOX_HEIGHT + GAP_DOWN));
                boxes.put(steps.get(row).sequence(), box);
            }
        });
        for (List<Integer> edge : detail.edges()) {
            VBox from = boxes.get(edge.getFirst());
            VBox to = boxes.get(edge.getLast());
            if (from != null && to != null) {
                join(from, to);
            }
        }
        getChildren().addAll(boxes.values());
        setMinHeight(tallest * (BOX_HEIGHT + GAP_DOWN));
        setMinWidth(columns.size() * (BOX_WIDTH + GAP_ACROSS) - GAP_ACROSS);
    }

    private void join(VBox from, VBox to) {
        double x = to.getLayoutX();
        double y = to.getLayoutY() + BOX_HEIGHT / 2;
        Line line =
                new Line(
                        from.getLayoutX() + BOX_WIDTH,
                        from.getLayoutY() + BOX_HEIGHT / 2,
                        x - HEAD,
                        y);
        line.getStyleClass().add("edge");
        Polygon head = new Polygon(x, y, x - 2 * HEAD, y - HEAD, x - 2 * HEAD, y + HEAD);
        head.getStyleClass().add("edge-head");
        getChildren().addAll(line, head);
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
