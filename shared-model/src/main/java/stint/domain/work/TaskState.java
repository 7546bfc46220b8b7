package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.station.Stretch;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a task's history comes to (PR-1, PR-2). Immutable; safe to hand to any thread.
 *
 * @param id which task
 * @param job the job it belongs to; absent while only its events have arrived (EV-3)
 * @param task its plan; absent with the job
 * @param sessions in order of their start
 * @param lastRecorded when each open session was last recorded on, by session
 * @param good good pieces of all sessions that are not cancelled
 * @param scrap scrapped pieces of the same
 * @param pieces every piece completed here, by serial
 * @param rework further visits of pieces that were sent back (DP-4)
 * @param awaitingRework pieces to be done here once more
 * @param outputs what came out by number
 * @param scraps what was scrapped here
 * @param doneBy the event that reached the target, if it is reached
 * @param doneAt when that was
 * @param cancelled whether the task was cancelled
 * @param exceptions what a person should look at
 */
public record TaskState(
        TaskId id,
        @Nullable Job job,
        @Nullable Task task,
        List<Session> sessions,
        Map<EventId, Instant> lastRecorded,
        long good,
        long scrap,
        Map<Serial, PieceTime> pieces,
        List<PieceTime> rework,
        Set<Serial> awaitingRework,
        List<BatchOutput> outputs,
        List<ScrapOutput> scraps,
        @Nullable EventId doneBy,
        @Nullable Instant doneAt,
        boolean cancelled,
        List<FloorException> exceptions) {

    /** Copies the collections; sorted, so that equal states are equal byte for byte (EV-4). */
    public TaskState {
        sessions = List.copyOf(sessions);
        lastRecorded = Collections.unmodifiableSortedMap(new TreeMap<>(lastRecorded));
        pieces =
                pieces instanceof PackedPieces
                        ? pieces
                        : Collections.unmodifiableSortedMap(new TreeMap<>(pieces));
        rework = List.copyOf(rework);
        awaitingRework = Collections.unmodifiableSortedSet(new TreeSet<>(awaitingRework));
        outputs = outputs instanceof PackedOutputs ? outputs : List.copyOf(outputs);
        scraps = List.copyOf(scraps);
        exceptions = List.copyOf(exceptions);
    }

    /** The same, in less memory: for one that is kept and seldom looked at. */
    public TaskState packed() {
        return new TaskState(
                id,
                job,
                task,
                sessions,
                lastRecorded,
                good,
                scrap,
                pieces instanceof PackedPieces
                        ? pieces
                        : PackedPieces.of(id, new TreeMap<>(pieces)),
                rework,
                awaitingRework,
                outputs instanceof PackedOutputs ? outputs : PackedOutputs.of(outputs),
                scraps,
                doneBy,
                doneAt,
                cancelled,
                exceptions);
    }

    /** The serials scrapped here. */
    public List<Serial> scrapped() {
        return scraps.stream().flatMap(scrap -> scrap.serials().stream()).toList();
    }

    /** Done, in progress or pending (PR-2). */
    public TaskStatus status() {
        if (target() > 0 && good >= target()) {
            return TaskStatus.DONE;
        }
        boolean begun = good > 0 || sessions.stream().anyMatch(Session::open);
        return begun ? TaskStatus.IN_PROGRESS : TaskStatus.PENDING;
    }

    /** Pieces wanted; 0 while the plan is unknown. */
    public int target() {
        return job == null ? 0 : job.target();
    }

    /** Good over target; 0 while the plan is unknown (PR-1). */
    public double progress() {
        return target() == 0 ? 0 : (double) good / target();
    }

    /** How many operators are at it now. */
    public int active() {
        return (int) sessions.stream().filter(Session.Active.class::isInstance).count();
    }

    /** How many operators pause. */
    public int paused() {
        return (int) sessions.stream().filter(Session.Paused.class::isInstance).count();
    }

    /** How many more good pieces a bench may accept (PR-4). */
    public long allowed() {
        return job == null ? 0 : Tolerance.allowed(job.target(), job.toleranceBasisPoints(), good);
    }

    /** The good pieces an operator completed at a bench PC within a part of the common order. */
    public long good(OperatorCode operator, StationCode bench, Stretch stretch) {
        long named =
                pieces.values().stream()
                        .filter(piece ->
                                piece.operator().equals(operator)
                                        && piece.station().equals(bench)
                                        && stretch.holds(piece.hlc(), piece.completedBy()))
                        .count();
        return named
                + outputs.stream()
                        .filter(output ->
                                output.operator().equals(operator)
                                        && output.station().equals(bench)
                                        && stretch.holds(output.hlc(), output.completedBy()))
                        .mapToLong(BatchOutput::quantity)
                        .sum();
    }

    /** Whether a piece is complete here and not to be done once more. */
    public boolean isComplete(Serial serial) {
        return pieces.containsKey(serial) && !awaitingRework.contains(serial);
    }

    /** The operator's open session, of which there is at most one (OS-1). */
    public Optional<Session> openSession(OperatorCode operator) {
        return sessions.stream()
                .filter(session -> session.open() && session.core().operator().equals(operator))
                .findFirst();
    }
}
