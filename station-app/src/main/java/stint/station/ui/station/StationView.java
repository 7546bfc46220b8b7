package stint.station.ui.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationStatus;
import stint.station.ui.kit.Metric;

import java.time.Instant;
import java.util.List;

/**
 * What a station does and did since somebody sat down. Immutable.
 *
 * @param station its code
 * @param status what it does; absent where nobody is signed on
 * @param standing that in words, and since when
 * @param metrics what was made, and how long it did what
 * @param spans the timeline from the first to the last moment shown
 * @param hours the names of the hours under it
 * @param rows the latest of it in words, newest first
 * @param others who else is signed on at this bench; empty for nobody
 */
public record StationView(
        String station,
        @Nullable StationStatus status,
        String standing,
        List<Metric> metrics,
        List<Span> spans,
        List<Hour> hours,
        List<Row> rows,
        String others) {

    /** Copies the lists. */
    public StationView {
        metrics = List.copyOf(metrics);
        spans = List.copyOf(spans);
        hours = List.copyOf(hours);
        rows = List.copyOf(rows);
    }

    /** A stretch of one status. */
    public record Span(StationStatus status, Instant from, Instant to) {}

    /** An hour's name, at its place. */
    public record Hour(Instant at, String text) {}

    /**
     * A line of the timeline.
     *
     * @param when from when to when
     * @param what the status's name
     * @param why why, in words; empty where nothing was said
     * @param length how long
     */
    public record Row(StationStatus status, String when, String what, String why, String length) {}
}
