package stint.domain.office;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.TaskState;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
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
        this(floor, Set.of());
    }

    /** The shares of some tasks are given up: they are no load before they are given out anew. */
    Assigner(FloorView floor, Set<TaskId> anew) {
        this.floor = floor;
        Load.without(floor, anew).forEach(load -> minutes.put(load.operator(), load.minutes()));
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

    /**
     * What is left of a task shared out. What is made stays with who made it; where nobody can do
     * the rest, it is left to whoever takes it, behind all that has an owner.
     */
    List<Share> left(TaskState state) {
        Task task = Objects.requireNonNull(state.task());
        Deque<OperatorCode> makers = makers(state);
        BitSet made = made(state);
        Deque<OperatorCode> next = new ArrayDeque<>();
        shares(task, state.target() - made.cardinality())
                .forEach(share ->
                        next.addAll(Collections.nCopies(share.pieces(), share.operator())));
        List<Share> shares = new ArrayList<>();
        for (int place = 0; place < state.target(); place++) {
            OperatorCode owner = made.get(place) ? makers.poll() : next.poll();
            if (owner == null && made.get(place) && !shares.isEmpty()) {
                owner = shares.getLast().operator();
            }
            if (owner == null) {
                return shares;
            }
            append(shares, owner);
        }
        return shares;
    }

    /**
     * The places, in the order of the job's pieces, of those that are made; what was counted
     * without its name is the lowest (DP-4).
     */
    private BitSet made(TaskState state) {
        List<Serial> pieces =
                floor.flow(state.id().ticket()).map(JobFlow::pieces).orElse(List.of());
        int target = state.target();
        BitSet made = new BitSet();
        for (int place = 0; place < Math.min(target, pieces.size()); place++) {
            made.set(place, state.isComplete(pieces.get(place)));
        }
        long unnamed = Math.min(target, state.good()) - made.cardinality();
        for (long more = 0; more < unnamed; more++) {
            made.set(made.nextClearBit(0));
        }
        return made;
    }

    /** Who made each piece that counts, as often as they did. */
    private static Deque<OperatorCode> makers(TaskState state) {
        Deque<OperatorCode> makers = new ArrayDeque<>();
        state.sessions().stream()
                .map(session -> session.core().operator())
                .distinct()
                .sorted()
                .forEach(who ->
                        makers.addAll(Collections.nCopies((int) Load.made(state, who), who)));
        return makers;
    }

    private static void append(List<Share> shares, OperatorCode owner) {
        Share last = shares.isEmpty() ? null : shares.getLast();
        if (last != null && last.operator().equals(owner)) {
            shares.set(shares.size() - 1, new Share(owner, last.pieces() + 1));
        } else {
            shares.add(new Share(owner, 1));
        }
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
