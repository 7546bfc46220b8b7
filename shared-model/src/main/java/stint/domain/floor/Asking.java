package stint.domain.floor;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;

/**
 * Tells which events may make a fold ask its history: those older than what was put away, and those
 * that touch what was, or may be by then. It says yes too often, never no where the fold asks. Used
 * by the fold's thread.
 *
 * @param beforeMillis what is older may have been let go of
 */
record Asking(EventLog log, Tickets tickets, long beforeMillis) {

    boolean mayAsk(Event event) {
        if (event.hlc().millis() < beforeMillis) {
            return true;
        }
        TaskId task = event.task();
        if (task != null && tickets.mayBeAway(task, beforeMillis)) {
            return true;
        }
        return switch (event.fact()) {
            case Correction fact -> mayAskFor(fact);
            case WorkFact.SentBack sent -> tickets.anyMayBeAway(sent.task().ticket(), beforeMillis);
            case PlanFact.JobReleased released ->
                    tickets.anyMayBeAway(released.job().ticket(), beforeMillis)
                            || tickets.anyBegan(released.job().ticket(), beforeMillis);
            default -> false;
        };
    }

    /** One whose target has not come yet is looked at again with that. */
    private boolean mayAskFor(Correction correction) {
        if (!log.isTaken(correction.target())) {
            return false;
        }
        Event target = log.atHand(correction.target());
        return target == null || mayAsk(target);
    }
}
