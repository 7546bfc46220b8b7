package stint.domain.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One sign-on of an operator at a station (DOMAIN §8). Immutable.
 *
 * @param id the event that opened it
 * @param bench the bench PC it was opened at
 * @param station the station, the bench PC itself or one that it serves
 * @param operator who signed on
 * @param openedAt when
 * @param opening the opening checklist, once it was submitted
 * @param closing the closing checklist, once it was submitted
 * @param timeline what the station did, in order, never empty: it begins as stopped (ST-3)
 * @param counters what was made in it (ST-7)
 * @param end how it ended; absent while it is open
 */
public record StationSession(
        EventId id,
        StationCode bench,
        StationCode station,
        OperatorCode operator,
        Instant openedAt,
        @Nullable Submission opening,
        @Nullable Submission closing,
        List<StatusSpan> timeline,
        Counters counters,
        @Nullable End end) {

    /** The note of the status that a station is left in whose terminal was gone (ST-5). */
    public static final String AUTO_ABANDON = "auto-abandon";

    /**
     * A checklist that was gone through (ST-2).
     *
     * @param by who submitted it
     * @param answers by the item's key
     */
    public record Submission(
            EventId event, @Nullable OperatorCode by, Instant at, Map<String, String> answers) {}

    /** What ended a station session. */
    public enum Cause {
        /** Its operator left. */
        SIGNED_OFF,
        /** A supervisor closed it (ST-7). */
        SUPERVISOR,
        /** The terminal was gone (ST-5). */
        ABANDONED,
        /** Its operator signed on here again. */
        SIGNED_ON_AGAIN
    }

    /**
     * How a station session ended.
     *
     * @param event the event that ended it
     * @param at when, or as of when
     * @param by who ended it; absent where nobody did
     * @param reason a supervisor's words
     */
    public record End(
            EventId event,
            Instant at,
            Cause cause,
            @Nullable OperatorCode by,
            @Nullable String reason) {}

    /** Copies the timeline. */
    public StationSession {
        timeline = List.copyOf(timeline);
    }

    /** Whether the operator is still signed on. */
    public boolean open() {
        return end == null;
    }

    /** Whether it ended because the terminal was gone (ST-5). */
    public boolean abandoned() {
        return end != null && end.cause() == Cause.ABANDONED;
    }

    /** What the station does now, or did last (ST-3). */
    public StationStatus status() {
        return timeline.getLast().status();
    }

    /** Since when it does that. */
    public Instant statusSince() {
        return timeline.getLast().from();
    }

    /** What was submitted of a kind; absent before. */
    public @Nullable Submission submission(ChecklistKind kind) {
        return kind == ChecklistKind.OPENING ? opening : closing;
    }
}
