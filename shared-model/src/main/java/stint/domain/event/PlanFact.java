package stint.domain.event;

import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;

/**
 * What the office made known to the floor. Written to the server's own log, it reaches the benches
 * by the same feed as all else, so that master data needs no second way of syncing.
 */
public sealed interface PlanFact extends Fact
        permits PlanFact.OperatorRegistered,
                PlanFact.StationRegistered,
                PlanFact.ReasonDefined,
                PlanFact.JobReleased,
                PlanFact.TaskCancelled,
                TrustFact {

    /** An operator was added or changed; the newest by canonical order holds. */
    record OperatorRegistered(Operator registered) implements PlanFact {}

    /** A station was added or changed. */
    record StationRegistered(Station station) implements PlanFact {}

    /** A reason was added or changed (ST-4). */
    record ReasonDefined(Reason reason) implements PlanFact {}

    /**
     * A job ticket with its tasks was released to the floor; a second release of the ticket
     * replaces the first.
     */
    record JobReleased(Job job) implements PlanFact {}

    /**
     * A task was cancelled; its open sessions with it (OS-7).
     *
     * @param reason why
     */
    record TaskCancelled(TaskId task, String reason) implements PlanFact {}
}
