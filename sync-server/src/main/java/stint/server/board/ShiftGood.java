package stint.server.board;

import stint.domain.event.TaskId;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Good pieces of the shift. Of a task that did not change since it was counted the number is known,
 * so a large floor costs no more than what happens on it. Used by one thread at a time.
 */
final class ShiftGood {

    private record Counted(TaskState state, long good) {}

    private final Map<TaskId, Counted> known = new HashMap<>();
    private Instant since = Instant.MIN;

    /** The good pieces a task has made since then. */
    @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
    long of(TaskState task, Instant shift) {
        if (!shift.equals(since)) {
            known.clear();
            since = shift;
        }
        Counted counted = known.get(task.id());
        if (counted == null || counted.state() != task) {
            counted = new Counted(task, count(task));
            known.put(task.id(), counted);
        }
        return counted.good();
    }

    /** Whatever is recorded moves the end of its session: one that ended before made nothing. */
    private long count(TaskState task) {
        if (task.sessions().stream().noneMatch(this::workedSince)) {
            return 0;
        }
        if (task.pieces().isEmpty() && task.sessions().stream().noneMatch(this::beganBefore)) {
            return task.good(); // Thousands of outputs need not be looked at one by one.
        }
        long named =
                task.pieces().values().stream()
                        .filter(piece -> !piece.to().isBefore(since))
                        .count();
        return named
                + task.outputs().stream()
                        .filter(output -> !output.to().isBefore(since))
                        .mapToLong(output -> output.quantity())
                        .sum();
    }

    private boolean beganBefore(Session session) {
        return session.core().startedAt().isBefore(since);
    }

    private boolean workedSince(Session session) {
        return switch (session) {
            case Session.Active active -> true;
            case Session.Paused paused -> true;
            case Session.Completed completed -> !completed.endedAt().isBefore(since);
            case Session.Cancelled cancelled -> false;
        };
    }
}
