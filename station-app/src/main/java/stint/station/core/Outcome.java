package stint.station.core;

import stint.domain.event.Event;
import stint.domain.work.Decision;

/** What became of a command. */
public sealed interface Outcome {

    /** Durable and applied: the screen may say yes. */
    record Recorded(Event event) implements Outcome {}

    /** The rules say no; nothing was recorded. */
    record Refused(Decision.Refused refusal) implements Outcome {}

    /**
     * The bench could not record it; nothing was recorded.
     *
     * @param code a short code for people and logs, one of {@link FailureCodes}
     */
    record Failed(String code) implements Outcome {}
}
