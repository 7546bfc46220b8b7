package stint.station.desk.graph;

import javafx.scene.Group;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;

import stint.domain.plan.Job;

import java.util.List;

/** An arrow as it is drawn, and a broad band around it that a pointer can hit. On the FX thread. */
public final class ArrowShape extends Group {

    private static final double HEAD = 5;

    private final Job.Edge edge;

    /** An arrow between boxes; its id is {@code edge-BEFORE-AFTER}. */
    public ArrowShape(GraphLayout.Arrow arrow) {
        edge = arrow.edge();
        setId("edge-" + edge.before() + "-" + edge.after());
        Path line = path(arrow.points());
        line.getStyleClass().add("edge");
        Path band = path(arrow.points());
        band.getStyleClass().add("edge-band");
        GraphLayout.Point tip =
                arrow.backward() ? arrow.points().getFirst() : arrow.points().getLast();
        getStyleClass().add("arrow");
        if (arrow.backward()) {
            getStyleClass().add("arrow-back");
        }
        getChildren().addAll(band, line, head(tip, arrow.backward()));
    }

    /** What it joins. */
    public Job.Edge edge() {
        return edge;
    }

    private static Path path(List<GraphLayout.Point> points) {
        Path path = new Path(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (int at = 1; at < points.size(); at++) {
            GraphLayout.Point from = points.get(at - 1);
            GraphLayout.Point to = points.get(at);
            if (at % 2 == 0) {
                path.getElements().add(new LineTo(to.x(), to.y()));
            } else {
                double middle = (from.x() + to.x()) / 2;
                path.getElements()
                        .add(new CubicCurveTo(middle, from.y(), middle, to.y(), to.x(), to.y()));
            }
        }
        return path;
    }

    private static Polygon head(GraphLayout.Point tip, boolean backward) {
        double back = backward ? tip.x() + 2 * HEAD : tip.x() - 2 * HEAD;
        Polygon head = new Polygon(tip.x(), tip.y(), back, tip.y() - HEAD, back, tip.y() + HEAD);
        head.getStyleClass().add("edge-head");
        return head;
    }
}
