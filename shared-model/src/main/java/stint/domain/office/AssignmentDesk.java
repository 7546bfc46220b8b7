package stint.domain.office;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Share;
import stint.domain.plan.Task;
import stint.domain.planning.Held;
import stint.domain.work.Floor;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who does what: a person's word stands over what was reckoned (DP-5). Pure. */
record AssignmentDesk(Floor floor, Seen seen) {

    PlanDecision assign(PlanCommand.Assign assign) {
        TaskId id = assign.task();
        TaskState state = floor.task(id).orElse(null);
        Task task = state == null ? null : state.task();
        if (state == null || task == null) {
            return PlanDecision.Refused.because(PlanRefusal.of(Code.TASK_UNKNOWN, null, id));
        }
        Held<List<Share>> held = floor.planning().assignments().get(id);
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(id.toString(), held, assign.seen()));
        if (!Load.isOpen(state)) {
            wrong.add(PlanRefusal.of(Code.TASK_DONE, null, id));
        }
        long sum = 0;
        for (Share share : assign.shares()) {
            sum += share.pieces();
            check(share, task, wrong);
        }
        if (sum > state.target()) {
            wrong.add(PlanRefusal.of(Code.SHARES_EXCEED, "shares", state.target()));
        }
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        boolean same = assign.shares().equals(held == null ? List.of() : held.value());
        return new PlanDecision.Accepted(
                same ? List.of() : List.of(new PlanFact.TaskAssigned(id, assign.shares(), false)),
                id.toString());
    }

    private void check(Share share, Task task, List<PlanRefusal> wrong) {
        Operator operator = floor.operator(share.operator()).orElse(null);
        if (operator == null) {
            wrong.add(PlanRefusal.of(Code.OPERATOR_UNKNOWN, "operator", share.operator()));
            return;
        }
        if (!operator.active()) {
            wrong.add(PlanRefusal.of(Code.OPERATOR_INACTIVE, "operator", operator.name()));
        }
        if (share.pieces() < 1) {
            wrong.add(PlanRefusal.of(Code.QUANTITY_INVALID, "pieces"));
        }
        String skill = task.skill();
        if (skill != null && !floor.planning().skillsOf(share.operator()).contains(skill)) {
            wrong.add(PlanRefusal.of(Code.SKILL_MISSING, "operator", operator.name(), skill));
        }
    }

    PlanDecision byLoad(PlanCommand.AssignByLoad assign) {
        String ticket = assign.ticket();
        Held<Job> job = floor.planning().jobs().get(ticket);
        if (job == null) {
            return PlanDecision.Refused.because(PlanRefusal.of(Code.JOB_UNKNOWN, null, ticket));
        }
        List<TaskState> open =
                Orders.tasks(floor, ticket).stream()
                        .filter(state -> state.task() != null && Load.isOpen(state))
                        .toList();
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(ticket, job, assign.seen()));
        Map<TaskId, EventId> shares = assign.shares();
        if (shares != null) {
            for (TaskState state : open) {
                TaskId id = state.id();
                Held<List<Share>> held = floor.planning().assignments().get(id);
                wrong.addAll(seen.check(id.toString(), held, new Sight(shares.get(id))));
            }
        }
        return wrong.isEmpty()
                ? new PlanDecision.Accepted(anew(open, assign.byHand()), ticket)
                : new PlanDecision.Refused(wrong);
    }

    private List<PlanFact> anew(List<TaskState> open, boolean byHandToo) {
        List<TaskState> tasks =
                open.stream().filter(state -> byHandToo || !byHand(floor, state.id())).toList();
        Assigner assigner =
                new Assigner(
                        floor,
                        tasks.stream().map(TaskState::id).collect(Collectors.toUnmodifiableSet()));
        List<PlanFact> facts = new ArrayList<>();
        for (TaskState state : tasks) {
            List<Share> shares = assigner.left(state);
            if (!shares.equals(floor.planning().sharesOf(state.id()))) {
                facts.add(new PlanFact.TaskAssigned(state.id(), shares, true));
            }
        }
        return facts;
    }

    /** Whether it was a person who said who does a task. */
    static boolean byHand(Floor floor, TaskId task) {
        Held<List<Share>> held = floor.planning().assignments().get(task);
        return held != null
                && floor.event(held.version())
                        .map(Event::fact)
                        .filter(PlanFact.TaskAssigned.class::isInstance)
                        .map(PlanFact.TaskAssigned.class::cast)
                        .filter(assigned -> !assigned.automatic())
                        .isPresent();
    }
}
