package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;

import java.util.List;

/** Walks through one operator's moves that lead away from a task and count. Used by one thread. */
final class MoveCursor {

    private final OperatorCode operator;
    private final TaskId task;
    private final Book book;
    private final List<Event> moves;
    private final @Nullable Event until;
    private int next;
    private @Nullable Event head;

    /**
     * A cursor on the first such move.
     *
     * @param from only moves at or after this event; absent for all
     * @param after only moves after this event; absent for all
     * @param until only moves up to this event; absent for all
     */
    MoveCursor(
            Moves own,
            TaskId task,
            Book book,
            @Nullable Event from,
            @Nullable Event after,
            @Nullable Event until) {
        this.operator = own.operator();
        this.task = task;
        this.book = book;
        this.until = until;
        if (from != null && (after == null || Event.CANONICAL.compare(after, from) < 0)) {
            this.moves = own.between(from, until, book.log());
            this.next = Ordered.firstNotBefore(moves, from);
        } else {
            this.moves = own.between(after, until, book.log());
            this.next = after == null ? 0 : Ordered.after(moves, after);
        }
        advance();
    }

    OperatorCode operator() {
        return operator;
    }

    /** The move it is on; absent when there are no more. */
    @Nullable Event head() {
        return head;
    }

    /** Goes to the next one. */
    void advance() {
        head = null;
        while (head == null && next < moves.size()) {
            Event move = moves.get(next++);
            if (until != null && Event.CANONICAL.compare(move, until) > 0) {
                next = moves.size();
            } else if (!task.equals(Moves.destination(move)) && !book.voided(move)) {
                head = move;
            }
        }
    }

    /** The cursor whose move comes first; of cursors that are all on a move. */
    static MoveCursor earliest(List<MoveCursor> cursors) {
        MoveCursor first = cursors.getFirst();
        for (MoveCursor cursor : cursors) {
            if (first.head != null
                    && cursor.head != null
                    && Event.CANONICAL.compare(cursor.head, first.head) < 0) {
                first = cursor;
            }
        }
        return first;
    }
}
