package stint.domain.office;

import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Operator;
import stint.domain.plan.Share;
import stint.domain.plan.Task;
import stint.domain.planning.Held;
import stint.domain.work.Floor;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.List;

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
        if (floor.job(assign.ticket()).isEmpty()) {
            return PlanDecision.Refused.because(
                    PlanRefusal.of(Code.JOB_UNKNOWN, null, assign.ticket()));
        }
        Assigner assigner = new Assigner(floor);
        List<PlanFact> facts = new ArrayList<>();
        for (TaskState state : Orders.tasks(floor, assign.ticket())) {
            Task task = state.task();
            if (task != null && Load.isOpen(state)) {
                List<Share> shares = assigner.shares(task, state.target());
                if (!shares.equals(floor.planning().sharesOf(task.id()))) {
                    facts.add(new PlanFact.TaskAssigned(task.id(), shares, true));
                }
            }
        }
        return new PlanDecision.Accepted(facts, assign.ticket());
    }
}
