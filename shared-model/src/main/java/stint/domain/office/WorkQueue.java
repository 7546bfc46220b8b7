package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Share;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What can be done now (DP-6): of each open task the pieces that are ready, as far as they are this
 * operator's, or nobody's and theirs to take. The same at a bench as last known. Pure.
 */
public final class WorkQueue {

    /** Serials named on one card, the next to take; the rest are a number, and on the job. */
    public static final int SERIALS_MAX = 12;

    private static final Comparator<Card> MOST_URGENT =
            Comparator.comparingInt((Card card) -> card.mine() ? 0 : 1)
                    .thenComparing(Card::due, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Card::task);

    private final FloorView floor;
    private final @Nullable Operator operator;
    private final @Nullable String stationType;

    /**
     * One thing to do.
     *
     * @param task which
     * @param line for its badge
     * @param job what people call it, for an atelier card
     * @param order the manufacturing order's code, for an OEM card
     * @param operation the step's name
     * @param mode whether pieces are named or counted
     * @param ready pieces that can be worked on now
     * @param serials the first of them, at most {@link #SERIALS_MAX}; empty where none has one
     * @param due when the job is due
     * @param mine whether they were assigned to this operator; else whoever takes them has them
     * @param others who else is at the task, pausing or not
     */
    public record Card(
            TaskId task,
            Line line,
            String job,
            @Nullable String order,
            String operation,
            ProcessMode mode,
            long ready,
            List<Serial> serials,
            @Nullable LocalDate due,
            boolean mine,
            List<OperatorCode> others) {

        /** Copies the lists. */
        public Card {
            serials = List.copyOf(serials);
            others = List.copyOf(others);
        }
    }

    private WorkQueue(FloorView floor, @Nullable Operator operator, @Nullable String stationType) {
        this.floor = floor;
        this.operator = operator;
        this.stationType = stationType;
    }

    /**
     * The queue, what is one's own first, then by due date.
     *
     * @param operator whose; absent for everything there is to do
     * @param stationType only what such a station is for; absent for every kind
     */
    public static List<Card> of(
            FloorView floor, @Nullable OperatorCode operator, @Nullable String stationType) {
        Operator person = operator == null ? null : floor.operator(operator).orElse(null);
        return operator != null && person == null
                ? List.of()
                : new WorkQueue(floor, person, stationType).cards();
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (Job job : floor.jobs()) {
            for (Task task : job.tasks()) {
                boolean suits =
                        stationType == null
                                || task.stationType() == null
                                || task.stationType().equals(stationType);
                TaskState state = suits ? floor.task(task.id()).orElse(null) : null;
                if (state != null && Load.isOpen(state)) {
                    add(job, task, state, cards);
                }
            }
        }
        cards.sort(MOST_URGENT);
        return cards;
    }

    private void add(Job job, Task task, TaskState state, List<Card> cards) {
        JobFlow flow = floor.flow(job.ticket()).orElse(null);
        if (flow == null) {
            return;
        }
        List<Share> shares = floor.planning().sharesOf(task.id());
        int shared = shares.stream().mapToInt(Share::pieces).sum();
        if (operator == null) {
            Places all = new Places(0, job.target());
            add(job, task, state, flow, List.of(all), !shares.isEmpty(), cards);
            return;
        }
        int from = 0;
        List<Places> own = new ArrayList<>();
        for (Share share : shares) {
            if (share.operator().equals(operator.code())) {
                own.add(new Places(from, from + share.pieces()));
            }
            from += share.pieces();
        }
        add(job, task, state, flow, own, true, cards);
        if (shared < job.target() && Assigner.can(floor, operator, task)) {
            Places rest = new Places(shared, job.target());
            add(job, task, state, flow, List.of(rest), false, cards);
        }
    }

    /** The pieces from one place in the job's order up to another. */
    private record Places(int from, int to) {}

    /** A card for the pieces at some places; none where none of them is ready. */
    private void add(
            Job job,
            Task task,
            TaskState state,
            JobFlow flow,
            List<Places> places,
            boolean mine,
            List<Card> cards) {
        List<Serial> serials = List.of();
        long ready;
        if (job.serials().isEmpty()) {
            long made = operator == null || !mine ? 0 : Load.made(state, operator.code());
            int given = places.stream().mapToInt(part -> part.to() - part.from()).sum();
            ready = Math.min(flow.readyCount(task.id().sequence()), given - made);
        } else {
            List<Serial> all = flow.ready(task.id().sequence());
            List<Serial> first = new ArrayList<>();
            ready = 0;
            for (Places part : places) {
                List<Serial> found = part(all, flow.pieces(), part.from(), part.to());
                int more = Math.min(SERIALS_MAX - first.size(), found.size());
                first.addAll(found.subList(0, more));
                ready += found.size();
            }
            serials = first;
        }
        if (ready > 0) {
            cards.add(
                    new Card(
                            task.id(),
                            job.line(),
                            job.name(),
                            job.order(),
                            task.name(),
                            task.mode(),
                            ready,
                            serials,
                            job.due(),
                            mine,
                            others(state)));
        }
    }

    /** Of sorted serials those that stand between two places of all the job's, sorted too. */
    private static List<Serial> part(List<Serial> ready, List<Serial> pieces, int from, int to) {
        if (from >= pieces.size()) {
            return List.of();
        }
        int low = place(ready, pieces.get(from));
        int high = to >= pieces.size() ? ready.size() : place(ready, pieces.get(to));
        return ready.subList(low, Math.max(low, high));
    }

    private static int place(List<Serial> ready, Serial serial) {
        int at = Collections.binarySearch(ready, serial);
        return at < 0 ? -at - 1 : at;
    }

    private List<OperatorCode> others(TaskState state) {
        return state.sessions().stream()
                .filter(Session::open)
                .map(session -> session.core().operator())
                .filter(code -> operator == null || !code.equals(operator.code()))
                .distinct()
                .sorted()
                .toList();
    }
}
