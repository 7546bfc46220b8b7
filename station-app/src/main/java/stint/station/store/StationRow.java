package stint.station.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A station session as the store has it (ST-3, ST-7).
 *
 * @param openedBy the event that opened it
 * @param status what the station did last
 * @param openingAt when the opening checklist was submitted
 * @param closingAt when the closing checklist was submitted
 * @param endedAt absent while it is open
 * @param endedBy what ended it: signed_off, supervisor, abandoned or signed_on_again
 * @param timeline what the station did, in order
 */
public record StationRow(
        String openedBy,
        String bench,
        String station,
        String operator,
        Instant openedAt,
        @Nullable Instant openingAt,
        @Nullable Instant closingAt,
        String status,
        Instant statusSince,
        long good,
        long scrap,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        List<Line> timeline) {

    /** Copies the timeline. */
    public StationRow {
        timeline = List.copyOf(timeline);
    }

    /**
     * A line of the timeline.
     *
     * @param to absent while it lasts
     */
    public record Line(
            String status,
            @Nullable String reason,
            @Nullable String note,
            Instant from,
            @Nullable Instant to) {}
}
