package stint.server.board;

import stint.domain.event.TaskId;
import stint.domain.work.ScrapOutput;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.wire.protocol.BoardView;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a shift made. Of a task that did not change since it was counted the numbers are known, so a
 * large floor costs no more than what happens on it. Used by one thread at a time.
 */
final class ShiftCount {

    private static final BoardView.Made NOTHING = new BoardView.Made(0, 0);

    private record Counted(TaskState state, BoardView.Made made) {}

    private final Map<TaskId, Counted> known = new HashMap<>();
    private Instant since = Instant.MIN;

    /** What a task has made since then; nothing once it is cancelled (PR-1). */
    @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
    BoardView.Made of(TaskState task, Instant shift) {
        if (!shift.equals(since)) {
            known.clear();
            since = shift;
        }
        Counted counted = known.get(task.id());
        if (counted == null || counted.state() != task) {
            counted = new Counted(task, count(task));
            known.put(task.id(), counted);
        }
        return counted.made();
    }

    /** Whatever is recorded moves the end of its session: one that ended before made nothing. */
    private BoardView.Made count(TaskState task) {
        if (task.cancelled() || task.sessions().stream().noneMatch(this::workedSince)) {
            return NOTHING;
        }
        long scrap =
                task.scraps().stream()
                        .filter(scrapped -> !scrapped.at().isBefore(since))
                        .mapToLong(ScrapOutput::quantity)
                        .sum();
        return new BoardView.Made(good(task), scrap);
    }

    private long good(TaskState task) {
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
