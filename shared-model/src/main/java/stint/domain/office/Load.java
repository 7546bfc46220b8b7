package stint.domain.office;

import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.Share;
import stint.domain.planning.Planning;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much one person has before them (DP-5).
 *
 * @param operator who
 * @param pieces assigned and not yet made
 * @param minutes how long that usually takes (minutes); a piece of which nobody said counts one
 * @param tasks at how many tasks
 */
public record Load(OperatorCode operator, long pieces, long minutes, int tasks) {

    /** Everybody who works at benches, the least loaded first. */
    public static List<Load> all(FloorView floor) {
        return without(floor, Set.of());
    }

    /** The same, as if some tasks were not shared out. */
    static List<Load> without(FloorView floor, Set<TaskId> tasks) {
        Map<OperatorCode, long[]> sums = new HashMap<>();
        Planning planning = floor.planning();
        planning.assignments()
                .forEach((id, held) -> {
                    TaskState task = floor.task(id).orElse(null);
                    if (task != null && isOpen(task) && !tasks.contains(id)) {
                        given(held.value())
                                .forEach((operator, pieces) -> add(sums, task, operator, pieces));
                    }
                });
        List<Load> loads = new ArrayList<>();
        for (Operator operator : floor.operators()) {
            long[] sum = sums.getOrDefault(operator.code(), new long[3]);
            if (operator.role() == Role.OPERATOR || sum[2] > 0) {
                loads.add(new Load(operator.code(), sum[0], sum[1], (int) sum[2]));
            }
        }
        loads.sort(Comparator.comparingLong(Load::minutes).thenComparing(Load::operator));
        return List.copyOf(loads);
    }

    /** Whether there is anything left to do at a task. */
    static boolean isOpen(TaskState task) {
        return task.job() != null
                && !task.cancelled()
                && (task.status() != TaskStatus.DONE || !task.awaitingRework().isEmpty());
    }

    /** What each got in all: one operator's pieces may lie apart. */
    private static Map<OperatorCode, Integer> given(List<Share> shares) {
        Map<OperatorCode, Integer> given = new HashMap<>();
        shares.forEach(share -> given.merge(share.operator(), share.pieces(), Integer::sum));
        return given;
    }

    private static void add(
            Map<OperatorCode, long[]> sums, TaskState task, OperatorCode operator, int pieces) {
        long left = pieces - made(task, operator);
        if (left > 0) {
            long[] sum = sums.computeIfAbsent(operator, any -> new long[3]);
            sum[0] += left;
            sum[1] += left * minutesPerPiece(task);
            sum[2]++;
        }
    }

    static long minutesPerPiece(TaskState task) {
        return task.task() == null ? 1 : Math.max(1, task.task().minutes());
    }

    /** What an operator has made of a task. */
    static long made(TaskState task, OperatorCode operator) {
        long made = 0;
        for (Session session : task.sessions()) {
            if (session.core().operator().equals(operator)
                    && !(session instanceof Session.Cancelled)) {
                made += session.core().good();
            }
        }
        return made;
    }
}
