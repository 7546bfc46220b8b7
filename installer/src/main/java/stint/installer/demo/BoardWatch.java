package stint.installer.demo;

import stint.board.BoardKnown;
import stint.domain.event.TaskId;
import stint.wire.protocol.BoardView;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Measures how long taps take to reach the board. Any thread. */
final class BoardWatch {

    private static final int NANOS_PER_MS = 1_000_000;

    private record Awaited(TaskId task, long good, long tappedAt) {}

    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private int seen;
    private long slowestNanos;

    /**
     * A tap was confirmed after which the task has so many good pieces; nothing between it and the
     * board is cut.
     */
    synchronized void tapped(TaskId task, long good, long tappedAt) {
        awaited.add(new Awaited(task, good, tappedAt));
    }

    /** The network or the server was cut: what is on its way is not measured. */
    synchronized void cut() {
        awaited.clear();
    }

    synchronized void heard(BoardKnown known) {
        BoardView view = known.view();
        if (view == null) {
            return;
        }
        long now = System.nanoTime();
        for (Iterator<Awaited> each = awaited.iterator(); each.hasNext(); ) {
            Awaited tap = each.next();
            if (good(view, tap.task()) >= tap.good()) {
                each.remove();
                seen++;
                slowestNanos = Math.max(slowestNanos, now - tap.tappedAt());
            }
        }
    }

    private static long good(BoardView view, TaskId id) {
        return view.jobs().stream()
                .filter(job -> job.ticket().equals(id.ticket()))
                .flatMap(job -> job.tasks().stream())
                .filter(task -> task.sequence() == id.sequence())
                .mapToLong(BoardView.TaskCard::good)
                .findFirst()
                .orElse(-1);
    }

    /** What was measured, as a sentence. */
    synchronized String summary() {
        return "%d taps reached the board, the slowest in %d ms; %d are on their way."
                .formatted(seen, slowestNanos / NANOS_PER_MS, awaited.size());
    }
}
