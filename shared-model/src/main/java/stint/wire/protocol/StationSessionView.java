package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One sign-on of an operator at a station (ST-1 to ST-7).
 *
 * @param session the event that opened it
 * @param bench the bench PC it was opened at
 * @param station the station: the bench itself, or one that it serves
 * @param operator the worker code
 * @param name the operator's name, or the code where unknown
 * @param openedAt when they signed on
 * @param openingAt when the opening checklist was submitted; absent before
 * @param openingBy by whom
 * @param closingAt when the closing checklist was submitted; absent before
 * @param closingBy by whom
 * @param status what the station does, or did last: {@code setup}, {@code production}, {@code
 *     stopped}, {@code maintenance}
 * @param since since when
 * @param good good pieces made in it
 * @param scrap scrapped pieces
 * @param endedAt when, or as of when, it ended; absent while open
 * @param endedBy {@code signed_off}, {@code supervisor}, {@code abandoned}, {@code signed_on_again}
 * @param timeline what the station did, in order
 * @param version what whoever closes it says they saw
 */
public record StationSessionView(
        String session,
        String bench,
        String station,
        String operator,
        String name,
        Instant openedAt,
        @Nullable Instant openingAt,
        @Nullable String openingBy,
        @Nullable Instant closingAt,
        @Nullable String closingBy,
        String status,
        Instant since,
        long good,
        long scrap,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        List<StatusView> timeline,
        @Nullable String version) {

    /** Copies the list. */
    public StationSessionView {
        timeline = List.copyOf(timeline);
    }

    /**
     * A line of the timeline (ST-3).
     *
     * @param reason a managed reason's code
     * @param note in the operator's words
     * @param to absent while it lasts
     */
    public record StatusView(
            String status,
            @Nullable String reason,
            @Nullable String note,
            Instant from,
            @Nullable Instant to) {}
}
