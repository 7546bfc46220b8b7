package stint.station.desk.routing;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;
import stint.station.desk.graph.ArrowShape;
import stint.station.desk.graph.GraphLayout;
import stint.station.ui.kit.Texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph, drawn upon by mouse and by keys. A box is dragged to another row, the knob at its end
 * to the box that is to follow. On the FX thread only.
 */
final class Canvas extends Pane {

    private static final double MARGIN = 20;
    private static final double KNOB = 16;

    /** What is wanted of the drawing. */
    interface Intents {

        void choose(int number);

        void mark(ArrowShape arrow);

        void join(int before, int after);

        void moveTo(int number, int row);

        void addOne();

        void key(KeyEvent event);
    }

    private final Texts texts;
    private final Intents intents;
    private final Map<Integer, VBox> boxes = new HashMap<>();
    private final Line thread = new Line();
    private @Nullable RoutingGraph drawn;
    private GraphLayout layout = new GraphLayout(Map.of(), List.of(), 0, 0);

    Canvas(Texts texts, Intents intents) {
        this.texts = texts;
        this.intents = intents;
        setId("canvas");
        getStyleClass().addAll("graph", "canvas");
        setFocusTraversable(true);
        thread.getStyleClass().add("thread");
        thread.setMouseTransparent(true);
        thread.setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, intents::key);
        setOnMousePressed(event -> requestFocus());
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getTarget() == this) {
                intents.addOne();
            }
        });
    }

    GraphLayout places() {
        return layout;
    }

    void show(RoutingState state, List<Finding> findings) {
        if (state.graph().equals(drawn)) {
            dress(state);
            return;
        }
        drawn = state.graph();
        layout = Drawing.layout(state.graph());
        boxes.clear();
        List<Node> nodes = new ArrayList<>();
        for (GraphLayout.Arrow arrow : layout.arrows()) {
            ArrowShape shape = new ArrowShape(arrow);
            shape.setTranslateX(MARGIN);
            shape.setTranslateY(MARGIN);
            shape.setOnMousePressed(event -> {
                requestFocus();
                intents.mark(shape);
                event.consume();
            });
            nodes.add(shape);
        }
        for (Operation operation : state.graph().operations()) {
            GraphLayout.Spot spot = layout.boxes().get(operation.sequence());
            if (spot == null || boxes.containsKey(operation.sequence())) {
                continue;
            }
            boolean wrong =
                    findings.stream().anyMatch(each -> each.operation() == operation.sequence());
            VBox box = box(operation, wrong);
            box.relocate(spot.x() + MARGIN, spot.y() + MARGIN);
            boxes.put(operation.sequence(), box);
            Region knob = knob(operation.sequence(), box);
            knob.relocate(
                    spot.x() + MARGIN + Drawing.SIZE.boxWidth() - KNOB / 2,
                    spot.y() + MARGIN + (Drawing.SIZE.boxHeight() - KNOB) / 2);
            nodes.add(box);
            nodes.add(knob);
        }
        nodes.add(thread);
        getChildren().setAll(nodes);
        setMinSize(layout.width() + 2 * MARGIN, layout.height() + 2 * MARGIN);
        setPrefSize(layout.width() + 2 * MARGIN, layout.height() + 2 * MARGIN);
        dress(state);
    }

    /** Says which box or arrow is looked at, and from which one an arrow is to be drawn. */
    private void dress(RoutingState state) {
        boxes.forEach((number, box) -> {
            box.setTranslateY(0);
            style(box, "op-chosen", number == state.chosen());
            style(box, "op-joining", number == state.joining());
        });
        for (Node node : getChildren()) {
            if (node instanceof ArrowShape shape) {
                style(shape, "marked", shape.edge().equals(state.marked()));
            }
        }
        setAccessibleText(Drawing.find(state.graph(), state.chosen()).map(this::title).orElse(""));
    }

    private static void style(Node node, String style, boolean on) {
        node.getStyleClass().remove(style);
        if (on) {
            node.getStyleClass().add(style);
        }
    }

    private String title(Operation operation) {
        String name = operation.name().isBlank() ? texts.text("op.unnamed") : operation.name();
        return operation.sequence() + " · " + name;
    }

    private VBox box(Operation operation, boolean wrong) {
        Label name = new Label(title(operation));
        if (wrong) {
            name.setGraphic(new FontIcon(Material2MZ.WARNING));
        }
        name.getStyleClass().add("op-name");
        name.setTooltip(new Tooltip(title(operation)));
        Label how = new Label(how(operation));
        how.getStyleClass().addAll("soft", "small");
        Label who = new Label(who(operation));
        who.getStyleClass().addAll("soft", "small");
        VBox box = new VBox(name, how, who);
        int number = operation.sequence();
        box.setId("op-" + number);
        box.getStyleClass().addAll("step-box", "op-box");
        if (wrong) {
            box.getStyleClass().add("op-wrong");
        }
        box.setMinSize(Drawing.SIZE.boxWidth(), Drawing.SIZE.boxHeight());
        box.setMaxSize(Drawing.SIZE.boxWidth(), Drawing.SIZE.boxHeight());
        box.setOnMousePressed(event -> {
            requestFocus();
            intents.choose(number);
            event.consume();
        });
        Shift shift = new Shift();
        box.setOnMouseDragged(event -> {
            Point2D at = here(event);
            VBox moving = boxes.getOrDefault(number, box);
            if (shift.from == null) {
                shift.from = at;
            }
            moving.setTranslateY(at.getY() - shift.from.getY());
            moving.toFront();
        });
        box.setOnMouseReleased(event -> drop(number, shift, here(event)));
        return box;
    }

    /** Where a drag began. */
    private static final class Shift {
        private @Nullable Point2D from;
    }

    private void drop(int number, Shift shift, Point2D at) {
        GraphLayout.Spot spot = layout.boxes().get(number);
        if (shift.from == null || spot == null) {
            return;
        }
        double y = spot.y() + at.getY() - shift.from.getY();
        shift.from = null;
        int row =
                (int)
                        layout.boxes().entrySet().stream()
                                .filter(each -> each.getKey() != number)
                                .map(Map.Entry::getValue)
                                .filter(each -> each.column() == spot.column() && each.y() < y)
                                .count();
        intents.moveTo(number, row);
    }

    private String how(Operation operation) {
        ProcessMode mode = operation.mode();
        String counted =
                mode == null
                        ? "–"
                        : texts.text(mode == ProcessMode.PIECE ? "op.piece" : "op.batch");
        String type = operation.stationType();
        return counted + " · " + (type == null || type.isBlank() ? "–" : type);
    }

    private String who(Operation operation) {
        String skill = operation.skill() == null ? "" : operation.skill();
        String minutes = operation.minutes() == 0 ? "" : texts.text("op.min", operation.minutes());
        return skill.isEmpty() || minutes.isEmpty() ? skill + minutes : skill + " · " + minutes;
    }

    private Region knob(int number, VBox box) {
        Region knob = new Region();
        knob.setId("knob-" + number);
        knob.getStyleClass().add("knob");
        knob.setMinSize(KNOB, KNOB);
        knob.setPrefSize(KNOB, KNOB);
        Tooltip.install(knob, new Tooltip(texts.text("op.knob")));
        knob.setOnMousePressed(MouseEvent::consume);
        knob.setOnMouseDragged(event -> {
            Point2D at = here(event);
            thread.setStartX(box.getLayoutX() + Drawing.SIZE.boxWidth());
            thread.setStartY(box.getLayoutY() + Drawing.SIZE.boxHeight() / 2);
            thread.setEndX(at.getX());
            thread.setEndY(at.getY());
            thread.setVisible(true);
        });
        knob.setOnMouseReleased(event -> {
            thread.setVisible(false);
            Point2D at = here(event);
            // Found first: what joins them draws the boxes anew.
            boxes.entrySet().stream()
                    .filter(other -> other.getKey() != number)
                    .filter(other -> other.getValue().getBoundsInParent().contains(at))
                    .findFirst()
                    .ifPresent(other -> intents.join(number, other.getKey()));
        });
        return knob;
    }

    private Point2D here(MouseEvent event) {
        return sceneToLocal(event.getSceneX(), event.getSceneY());
    }
}
