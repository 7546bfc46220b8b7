package stint.station.ui.day;

import stint.domain.work.Session.Span;
import stint.station.ui.kit.Metric;

import java.time.Instant;
import java.util.List;

/**
 * What somebody's day looks like. Immutable.
 *
 * @param metrics its numbers
 * @param rows a line of the chart per task
 * @param from the chart's first full hour
 * @param to its last
 * @param hours the full hours to name
 * @param notice the words in place of a chart, when there is nothing; else empty
 */
public record DayView(
        List<Metric> metrics,
        List<Row> rows,
        Instant from,
        Instant to,
        List<Hour> hours,
        String notice) {

    /** Copies the lists. */
    public DayView {
        metrics = List.copyOf(metrics);
        rows = List.copyOf(rows);
        hours = List.copyOf(hours);
    }

    /** A full hour and how it is written. */
    public record Hour(Instant at, String text) {}

    /**
     * A task.
     *
     * @param what its name
     * @param made what came out of it
     */
    public record Row(String what, String made, List<Span> worked, List<Span> paused) {

        /** Copies the lists. */
        public Row {
            worked = List.copyOf(worked);
            paused = List.copyOf(paused);
        }
    }
}
