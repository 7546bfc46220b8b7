package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line of a work session's audit: who, when, why, old and new (SOP-5).
 *
 * @param event the event that says so
 * @param by who; absent where nobody did
 * @param station where
 * @param step the step it is about, where it is about one
 * @param before the answers that stood before
 * @param after those that stand from then on, or would
 * @param failed the items that failed
 * @param reason why, in their words
 */
public record LogEntry(
        EventId event,
        @Nullable OperatorCode by,
        Instant at,
        StationCode station,
        Action action,
        @Nullable String step,
        Map<String, String> before,
        Map<String, String> after,
        List<String> failed,
        @Nullable String reason,
        Standing standing) {

    /** What was done. */
    public enum Action {
        /** The run began. */
        STARTED,
        /** A step was checked. */
        CHECKED,
        /** It paused. */
        PAUSED,
        /** It went on. */
        RESUMED,
        /** Its worker said it was done. */
        COMPLETED,
        /** It came to nothing. */
        CANCELLED,
        /** A supervisor said how a step is to be taken. */
        OVERRIDDEN,
        /** A supervisor approved it. */
        APPROVED,
        /** A change was tried and refused. */
        REFUSED,
        /** An event was taken back (EV-5). */
        TAKEN_BACK
    }

    /** What became of it. */
    public enum Standing {
        /** It holds. */
        COUNTS,
        /** It was taken back. */
        VOIDED,
        /** It came when the run had ended: kept, and a person should look. */
        AFTER_END,
        /** It is not of what was approved: kept, and a person should look (SOP-5). */
        AFTER_APPROVAL
    }

    /** Copies. */
    public LogEntry {
        before = StepItem.sorted(before);
        after = StepItem.sorted(after);
        failed = List.copyOf(failed);
    }
}
