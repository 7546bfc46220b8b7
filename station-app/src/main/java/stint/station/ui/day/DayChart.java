package stint.station.ui.day;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import stint.domain.work.Session.Span;
import stint.station.ui.kit.Controls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line per task, from the first hour to the last: work is filled, a pause is dashed, so that no
 * colour is needed to tell them apart. On the FX thread only.
 */
public final class DayChart extends Pane {

    private static final double WORDS = 34;
    private static final double BAR = 26;
    private static final double GAP = 16;
    private static final double HOURS = 34;

    /** A bar is at least this wide, or it would not be seen. */
    private static final double BAR_WIDTH_MIN = 4;

    /** Half the width of an hour's name, so that the first and the last are whole. */
    private static final double SIDE = 34;

    private record Bar(Region drawn, Span span, int row) {}

    private final List<Bar> bars = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> made = new ArrayList<>();
    private final List<Region> tracks = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private DayView view =
            new DayView(List.of(), List.of(), Instant.EPOCH, Instant.EPOCH, List.of(), "");

    /** Made by the FXML loader. */
    public DayChart() {
        getStyleClass().add("day-chart");
    }

    /** Shows a day. */
    public void show(DayView day) {
        view = day;
        List.of(bars, names, made, tracks, hours, lines).forEach(List::clear);
        getChildren().clear();
        for (DayView.Hour hour : day.hours()) {
            hours.add(add(Controls.label(hour.text(), "hour")));
            lines.add(add(region("grid-line")));
        }
        for (int row = 0; row < day.rows().size(); row++) {
            DayView.Row shown = day.rows().get(row);
            names.add(add(Controls.label(shown.what(), "what")));
            made.add(add(Controls.label(shown.made(), "made")));
            tracks.add(add(region("track")));
            for (Span span : shown.paused()) {
                bars.add(new Bar(add(region("paused")), span, row));
            }
            for (Span span : shown.worked()) {
                bars.add(new Bar(add(region("worked")), span, row));
            }
        }
        requestLayout();
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    private <N extends Node> N add(N node) {
        getChildren().add(node);
        return node;
    }

    private double x(Instant at) {
        double whole = Duration.between(view.from(), view.to()).toMillis();
        double part = Duration.between(view.from(), at).toMillis();
        return SIDE + (getWidth() - 2 * SIDE) * (whole == 0 ? 0 : part / whole);
    }

    private static double top(int row) {
        return HOURS + row * (WORDS + BAR + GAP);
    }

    @Override
    protected void layoutChildren() {
        double bottom = top(view.rows().size());
        for (int index = 0; index < hours.size(); index++) {
            double x = x(view.hours().get(index).at());
            Label hour = hours.get(index);
            hour.autosize();
            hour.relocate(x - hour.getWidth() / 2, 0);
            lines.get(index).resizeRelocate(x - 1, HOURS - 4, 2, bottom - HOURS);
        }
        for (int row = 0; row < names.size(); row++) {
            Label name = names.get(row);
            name.autosize();
            name.relocate(SIDE, top(row));
            Label count = made.get(row);
            count.autosize();
            count.relocate(getWidth() - SIDE - count.getWidth(), top(row));
            tracks.get(row).resizeRelocate(SIDE, top(row) + WORDS, getWidth() - 2 * SIDE, BAR);
        }
        for (Bar bar : bars) {
            double from = x(bar.span().from());
            double width = Math.max(BAR_WIDTH_MIN, x(bar.span().to()) - from);
            bar.drawn().resizeRelocate(from, top(bar.row()) + WORDS, width, BAR);
        }
    }
}
