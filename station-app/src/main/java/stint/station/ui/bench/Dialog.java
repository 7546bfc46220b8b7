package stint.station.ui.bench;

import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision;

/** What the kiosk asks before it goes on. */
public sealed interface Dialog {

    /** Why the work is held (OS-3). */
    record Hold(Operator operator, TaskId task) implements Dialog {}

    /** How many pieces are scrap, and why (OS-6). */
    record Scrap(Operator operator, TaskId task) implements Dialog {}

    /**
     * What becomes of the work in hand (OS-8).
     *
     * @param command the start or resume that was refused
     * @param open the session in the way
     */
    record SecondStart(Operator operator, Command.OnTask command, EventId open) implements Dialog {}

    /**
     * Whether a supervisor allows what the bench refused (PR-4, PR-5).
     *
     * @param command what was refused
     * @param refusal why
     */
    record Approve(Operator operator, Command.OnTask command, Decision.Refused refusal)
            implements Dialog {}

    /** Whether the shift is over (OS-9). */
    record EndShift(Operator operator) implements Dialog {}

    /**
     * What to look for in the list.
     *
     * @param text what is being looked for already
     */
    record Search(Operator operator, String text) implements Dialog {}

    /** What is to be done to the bench itself. */
    record Service() implements Dialog {}
}
