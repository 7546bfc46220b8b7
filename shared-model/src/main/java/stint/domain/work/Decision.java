package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Serial;

/** What {@code decide} says to a command. */
public sealed interface Decision {

    /** Record this. */
    record Accepted(Fact fact) implements Decision {}

    /**
     * Do nothing of what was asked, tell the operator why, and record that it was asked: somebody
     * tried what must not be (SOP-5).
     *
     * @param fact what is recorded of it
     */
    record Noted(Refused refusal, Fact fact) implements Decision {}

    /**
     * Record nothing, and tell the operator why.
     *
     * @param code which rule
     * @param allowed pieces still in tolerance, for {@link Refusal#TOLERANCE_EXCEEDED}; else 0
     * @param serial the serial at fault, where one is
     * @param open the session in the way, for {@link Refusal#SESSION_OPEN}; the station session,
     *     for {@link Refusal#SIGNED_ON}; the work session, where one is meant
     */
    record Refused(Refusal code, long allowed, @Nullable Serial serial, @Nullable EventId open)
            implements Decision {

        static Refused because(Refusal code) {
            return new Refused(code, 0, null, null);
        }
    }

    /** Why a bench refuses; the names are shown in messages, logs and scenarios. */
    enum Refusal {
        /** More good pieces than target and tolerance allow (PR-4). */
        TOLERANCE_EXCEEDED,
        /** The task is done (PR-5). */
        TASK_DONE,
        /** The operator is active on another task (OS-8). */
        SESSION_OPEN,
        /** The job has no such serial (SN-1). */
        SERIAL_UNKNOWN,
        /** The serial is complete at this task, or named twice (SN-2). */
        SERIAL_DONE,
        /** The quantity is not a whole number of pieces from 1, or doesn't fit the task's mode. */
        QTY_INVALID,
        /** The station's checklist comes first: before work, or before leaving (ST-2). */
        CHECKLIST_DUE,
        /** A required answer of the checklist is missing or will not do (ST-2). */
        CHECKLIST_INCOMPLETE,
        /** The operator must sign on at this station first (ST-1). */
        NOT_SIGNED_ON,
        /** The operator is signed on here already (ST-1). */
        SIGNED_ON,
        /** There is no such SOP to work by: not confirmed, or deleted (SOP-1). */
        SOP_NOT_CONFIRMED,
        /** The worker has a work session open already (SOP-9). */
        RUN_OPEN,
        /** The work session was approved; nothing changes it (SOP-5). */
        RUN_LOCKED,
        /** The work session is paused (SOP-8). */
        RUN_PAUSED,
        /** The work session has ended (SOP-4). */
        RUN_ENDED,
        /** The work session is not completed, so there is nothing to approve yet (SOP-5). */
        RUN_NOT_COMPLETED,
        /** Another step is to be done now (SOP-2). */
        STEP_NOT_CURRENT,
        /** Something the step asks for was not entered (SOP-2). */
        ANSWER_MISSING,
        /** A reason is required. */
        REASON_MISSING,
        /** Not this person, not this task, not now. */
        NOT_ALLOWED
    }
}
