package stint.domain.event;

import java.time.Duration;

/**
 * What time alone brought about for one open session, written by the one that observed it (EV-1),
 * and a supervisor's answer to it. It has its effect only where the merged history bears it out: a
 * bench that was away may have recorded what the observer did not know.
 */
public sealed interface SessionRule extends Fact {

    /** The session's task. */
    TaskId task();

    /** Whose session. */
    OperatorCode about();

    /** The session, by the event that opened it. */
    EventId session();

    /**
     * Nothing was recorded on it for so long that it was closed, as of its last event (OS-7).
     *
     * @param idle how long; at least that much must lie between the session's last event and this
     *     one
     */
    record StaleClosed(TaskId task, OperatorCode about, EventId session, Duration idle)
            implements SessionRule {

        /** A week, the limit of a site that names none (OS-7). */
        public static final Duration IDLE_DEFAULT = Duration.ofDays(7);
    }

    /**
     * The terminal was gone; the session is held as of its last heartbeat (ST-5).
     *
     * @param lastHeartbeat the terminal's clocks at its last sign of life
     */
    record Abandoned(TaskId task, OperatorCode about, EventId session, TimeReading lastHeartbeat)
            implements SessionRule {}

    /**
     * A supervisor opened a session again that had been closed as stale; it is held until somebody
     * goes on (OS-7).
     */
    record Reopened(TaskId task, OperatorCode about, EventId session, String reason)
            implements SessionRule {}
}
