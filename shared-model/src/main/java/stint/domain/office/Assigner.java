package stint.domain.office;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Shares work out by load and skill (DP-5): every piece goes to whoever has least before them among
 * those who have learnt it and may use a station for it. Where there is nobody, the work is left to
 * whoever takes it. Pure; what it gives out counts as load for what comes next.
 */
final class Assigner {

    private final FloorView floor;
    private final Map<OperatorCode, Long> minutes = new HashMap<>();

    Assigner(FloorView floor) {
        this.floor = floor;
        Load.all(floor).forEach(load -> minutes.put(load.operator(), load.minutes()));
    }

    /** All tasks of a job shared out. */
    List<PlanFact> assigned(Job job) {
        List<PlanFact> facts = new ArrayList<>();
        for (Task task : job.tasks()) {
            List<Share> shares = shares(task, job.target());
            if (!shares.isEmpty()) {
                facts.add(new PlanFact.TaskAssigned(task.id(), shares, true));
            }
        }
        return facts;
    }

    /** So many pieces of a task shared out, by worker code. */
    List<Share> shares(Task task, int pieces) {
        PriorityQueue<OperatorCode> least =
                new PriorityQueue<>(
                        Comparator.comparingLong((OperatorCode code) -> load(code))
                                .thenComparing(Comparator.naturalOrder()));
        floor.operators().stream()
                .filter(operator ->
                        operator.active()
                                && operator.role() == Role.OPERATOR
                                && can(floor, operator, task))
                .map(Operator::code)
                .forEach(least::add);
        if (least.isEmpty()) {
            return List.of();
        }
        Map<OperatorCode, Integer> counts = new TreeMap<>();
        long each = Math.max(1, task.minutes());
        for (int piece = 0; piece < pieces; piece++) {
            OperatorCode next = least.remove();
            counts.merge(next, 1, Integer::sum);
            minutes.merge(next, each, Long::sum);
            least.add(next);
        }
        return counts.entrySet().stream()
                .map(count -> new Share(count.getKey(), count.getValue()))
                .toList();
    }

    private long load(OperatorCode operator) {
        return minutes.getOrDefault(operator, 0L);
    }

    /** Whether somebody has learnt a task, and may use a station for it. */
    static boolean can(FloorView floor, Operator operator, Task task) {
        String skill = task.skill();
        if (skill != null && !floor.planning().skillsOf(operator.code()).contains(skill)) {
            return false;
        }
        List<Station> equipped =
                floor.stations().stream()
                        .filter(station ->
                                station.type() != null && station.type().equals(task.stationType()))
                        .toList();
        return equipped.isEmpty()
                || equipped.stream().anyMatch(station -> station.admits(operator.code()));
    }
}
