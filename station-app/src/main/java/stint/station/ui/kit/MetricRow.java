package stint.station.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;

/** Numbers side by side, each above its name. On the FX thread only. */
public final class MetricRow extends HBox {

    private List<Metric> drawn = List.of();

    /** Made by the FXML loader. */
    public MetricRow() {
        getStyleClass().add("metrics");
    }

    /** Shows them; without any it takes no room. */
    public void show(List<Metric> metrics) {
        Controls.show(this, !metrics.isEmpty());
        if (metrics.equals(drawn)) {
            return;
        }
        drawn = metrics;
        getChildren().clear();
        for (Metric metric : metrics) {
            Label value = Controls.label(metric.value(), "value");
            value.setId(metric.id());
            value.setAccessibleText(metric.caption() + ": " + metric.value());
            VBox box = new VBox(value, Controls.label(metric.caption(), "caption"));
            box.getStyleClass().add("metric");
            HBox.setHgrow(box, Priority.ALWAYS);
            getChildren().add(box);
        }
    }
}
