package stint.station.ui.station;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import stint.station.ui.kit.Controls;
import stint.station.ui.station.StationView.Hour;
import stint.station.ui.station.StationView.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a station did, as one bar from the first moment to now; every status has a pattern of its
 * own. On the FX thread only.
 */
public final class StatusLine extends Pane {

    private static final double BAR = 34;
    private static final double HOURS = 34;

    /** A stretch is at least this wide, or it would not be seen. */
    private static final double WIDTH_MIN = 3;

    /** Half the width of an hour's name, so that the first and the last are whole. */
    private static final double SIDE = 34;

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private List<Span> spans = List.of();
    private List<Hour> hours = List.of();

    /** Made by the FXML loader. */
    public StatusLine() {
        getStyleClass().add("status-line");
        setMinHeight(BAR + HOURS);
        setPrefHeight(BAR + HOURS);
        setMaxHeight(BAR + HOURS);
    }

    /** Shows a timeline. */
    public void show(StationView view) {
        if (view.spans().equals(spans) && view.hours().equals(hours)) {
            return;
        }
        spans = view.spans();
        hours = view.hours();
        List.of(bars, names).forEach(List::clear);
        getChildren().clear();
        for (Span span : spans) {
            Region bar = new Region();
            bar.getStyleClass().addAll("bar", span.status().name().toLowerCase(Locale.ROOT));
            bars.add(add(bar));
        }
        hours.forEach(hour -> names.add(add(Controls.label(hour.text(), "hour"))));
        requestLayout();
    }

    private <N extends Node> N add(N node) {
        getChildren().add(node);
        return node;
    }

    private double x(Instant at) {
        Instant from = spans.getFirst().from();
        double whole = Duration.between(from, spans.getLast().to()).toMillis();
        double part = Duration.between(from, at).toMillis();
        return SIDE + (getWidth() - 2 * SIDE) * (whole <= 0 ? 0 : Math.min(1, part / whole));
    }

    @Override
    protected void layoutChildren() {
        for (int index = 0; index < bars.size(); index++) {
            Span span = spans.get(index);
            double from = x(span.from());
            double width = Math.max(WIDTH_MIN, x(span.to()) - from);
            bars.get(index).resizeRelocate(from, 0, width, BAR);
        }
        for (int index = 0; index < names.size(); index++) {
            Label name = names.get(index);
            name.autosize();
            name.relocate(x(hours.get(index).at()) - name.getWidth() / 2, BAR + 2);
        }
    }
}
