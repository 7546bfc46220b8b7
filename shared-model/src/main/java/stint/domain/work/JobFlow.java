package stint.domain.work;

import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the pieces of one job flow through its operations (DP-4, DP-7): a pure result of its tasks'
 * states. Pieces go on their own, none waits for its batch; a batch complete takes the ready pieces
 * with the lowest serials.
 */
public final class JobFlow {

    private static final Comparator<Output> CANONICAL =
            Comparator.comparing(Output::hlc).thenComparing(Output::completedBy);

    private final Job job;
    private final Map<Integer, TaskState> tasks = new TreeMap<>();
    private final Map<Integer, Set<Integer>> predecessors = new HashMap<>();
    private final Map<Serial, Set<Integer>> done = new TreeMap<>();
    private final Map<Serial, List<PieceTime>> histories = new LinkedHashMap<>();
    private final Map<Early, EventId> early = new LinkedHashMap<>();
    private final Map<Integer, List<Serial>> ready = new ConcurrentHashMap<>();
    private List<Serial> pieces = List.of();

    /** Pieces that came out of a task with one event. */
    private sealed interface Output {
        Hlc hlc();

        EventId completedBy();

        record Named(PieceTime piece, int task, boolean again) implements Output {
            @Override
            public Hlc hlc() {
                return piece.hlc();
            }

            @Override
            public EventId completedBy() {
                return piece.completedBy();
            }
        }

        record Counted(BatchOutput batch, int task) implements Output {
            @Override
            public Hlc hlc() {
                return batch.hlc();
            }

            @Override
            public EventId completedBy() {
                return batch.completedBy();
            }
        }
    }

    /** A piece complete at a task before its predecessors were. */
    private record Early(Serial serial, int task) {}

    private JobFlow(Job job) {
        this.job = job;
        for (Task task : job.tasks()) {
            predecessors.put(task.id().sequence(), new TreeSet<>());
        }
        for (Job.Edge edge : job.edges()) {
            predecessors.computeIfAbsent(edge.after(), any -> new TreeSet<>()).add(edge.before());
        }
        for (Serial serial : job.serials()) {
            done.put(serial, new HashSet<>());
        }
    }

    /**
     * Lets the pieces flow.
     *
     * @param states the job's tasks; those missing have seen nothing
     */
    public static JobFlow of(Job job, Collection<TaskState> states) {
        JobFlow flow = new JobFlow(job);
        for (TaskState state : states) {
            flow.tasks.put(state.id().sequence(), state);
        }
        if (!job.serials().isEmpty()) {
            flow.run();
            flow.pieces = flow.job.serials().stream().sorted().toList();
        }
        return flow;
    }

    private void run() {
        List<Output> outputs = new ArrayList<>();
        tasks.forEach((task, state) -> {
            state.pieces()
                    .values()
                    .forEach(piece -> outputs.add(new Output.Named(piece, task, false)));
            state.rework().forEach(piece -> outputs.add(new Output.Named(piece, task, true)));
            state.outputs().forEach(batch -> outputs.add(new Output.Counted(batch, task)));
        });
        outputs.sort(CANONICAL);
        for (Output output : outputs) {
            switch (output) {
                case Output.Named named -> {
                    if (!named.again()) {
                        advance(named.piece().serial(), named.task(), named.completedBy());
                    }
                    record(named.piece());
                }
                case Output.Counted counted -> advanceBatch(counted.batch(), counted.task());
            }
        }
    }

    private void advanceBatch(BatchOutput batch, int task) {
        List<Serial> advancing = new ArrayList<>(lowest(task, batch.quantity(), true));
        if (advancing.size() < batch.quantity()) {
            List<Serial> unready = lowest(task, batch.quantity() - advancing.size(), false);
            advancing.addAll(
                    unready); // Predecessors were never recorded: accepted, and a person told
            // (DP-7).
        }
        Duration share = batch.worked().dividedBy(Math.max(1, batch.quantity()));
        for (Serial serial : advancing) {
            advance(serial, task, batch.completedBy());
            record(
                    new PieceTime(
                            serial,
                            new TaskId(job.ticket(), task),
                            batch.operator(),
                            batch.station(),
                            batch.completedBy(),
                            batch.hlc(),
                            batch.from(),
                            batch.to(),
                            share,
                            batch.quantity() > 1
                                    ? batch.grade().and(Grade.ALLOCATED)
                                    : batch.grade()));
        }
    }

    private List<Serial> lowest(int task, int wanted, boolean ready) {
        return done.entrySet().stream()
                .filter(piece ->
                        !piece.getValue().contains(task)
                                && isReady(piece.getValue(), task) == ready)
                .map(Map.Entry::getKey)
                .limit(wanted)
                .toList();
    }

    private boolean isReady(Set<Integer> doneTasks, int task) {
        return doneTasks.containsAll(predecessors.getOrDefault(task, Set.of()));
    }

    private void advance(Serial serial, int task, EventId by) {
        Set<Integer> doneTasks = done.computeIfAbsent(serial, any -> new HashSet<>());
        if (!isReady(doneTasks, task)) {
            early.putIfAbsent(new Early(serial, task), by);
        }
        doneTasks.add(task);
    }

    private void record(PieceTime piece) {
        histories.computeIfAbsent(piece.serial(), any -> new ArrayList<>()).add(piece);
    }

    /** A piece's history, in the order things happened (SN-5); empty when it has none. */
    public List<PieceTime> history(Serial serial) {
        return List.copyOf(histories.getOrDefault(serial, List.of()));
    }

    /**
     * The pieces that can be worked on at a task now, lowest serial first; those sent back to it
     * included.
     */
    public List<Serial> ready(int task) {
        return ready.computeIfAbsent(task, this::readyNow);
    }

    /** The job's pieces, lowest serial first. */
    public List<Serial> pieces() {
        return pieces;
    }

    private List<Serial> readyNow(int task) {
        TaskState state = tasks.get(task);
        Set<Serial> again = state == null ? Set.of() : state.awaitingRework();
        return done.entrySet().stream()
                .filter(piece ->
                        again.contains(piece.getKey())
                                || (!piece.getValue().contains(task)
                                        && isReady(piece.getValue(), task)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many pieces can be worked on at a task now, with serials or without (DP-4, DP-6). */
    public long readyCount(int task) {
        if (!job.serials().isEmpty()) {
            return ready(task).size();
        }
        return Math.max(0, supply(task) - good(task));
    }

    private long supply(int task) {
        return predecessors.getOrDefault(task, Set.of()).stream()
                .mapToLong(this::good)
                .min()
                .orElse(job.target());
    }

    private long good(int task) {
        TaskState state = tasks.get(task);
        return state == null ? 0 : state.good();
    }

    /** Pieces complete where a predecessor was never recorded, not even later (DP-7). */
    public List<FloorException> missedScans() {
        return job.serials().isEmpty() ? missedCounts() : missedPieces();
    }

    private List<FloorException> missedPieces() {
        List<FloorException> missed = new ArrayList<>();
        early.forEach((piece, by) -> {
            if (!isReady(done.getOrDefault(piece.serial(), Set.of()), piece.task())) {
                TaskId task = new TaskId(job.ticket(), piece.task());
                missed.add(
                        new FloorException(
                                FloorException.Type.MISSED_SCAN,
                                task,
                                piece.serial(),
                                null,
                                by.station(),
                                List.of(by),
                                null));
            }
        });
        return missed;
    }

    /**
     * Without serials only numbers can tell: more came out of a task than came out of one before
     * it.
     */
    private List<FloorException> missedCounts() {
        List<FloorException> missed = new ArrayList<>();
        for (Task task : job.tasks()) {
            int number = task.id().sequence();
            TaskState state = tasks.get(number);
            boolean first = predecessors.getOrDefault(number, Set.of()).isEmpty();
            if (state != null
                    && !first
                    && task.mode() == ProcessMode.BATCH
                    && good(number) > supply(number)) {
                List<EventId> claims =
                        state.outputs().stream().map(BatchOutput::completedBy).toList();
                if (!claims.isEmpty()) {
                    missed.add(
                            new FloorException(
                                    FloorException.Type.MISSED_SCAN,
                                    task.id(),
                                    null,
                                    null,
                                    null,
                                    claims,
                                    null));
                }
            }
        }
        return missed;
    }

    /**
     * The tasks a piece must visit again when it is sent back: where it is sent, and all after that
     * (DP-4).
     */
    public static Set<Integer> visitedAgain(Job job, int sentBackTo) {
        Set<Integer> again = new TreeSet<>(Set.of(sentBackTo));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Job.Edge edge : job.edges()) {
                grown |= again.contains(edge.before()) && again.add(edge.after());
            }
        }
        return again;
    }
}
