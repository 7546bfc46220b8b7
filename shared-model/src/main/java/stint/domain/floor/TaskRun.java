package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.work.JobFlow;
import stint.domain.work.TaskFold;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.List;

/**
 * One task's events and its operators' moves elsewhere, folded in canonical order as far as they
 * have come. Of the moves only those that did something are kept. Used by one thread.
 */
final class TaskRun {

    private final TaskId id;
    private final Book book;
    private final Runnable changed;
    private final List<Event> acted = new ArrayList<>();
    private @Nullable Job job;
    private TaskFold fold;
    private @Nullable Event latest;
    private @Nullable TaskState state;

    /**
     * Nothing has happened.
     *
     * @param changed told when the state is another one
     */
    TaskRun(TaskId id, Book book, Runnable changed) {
        this.id = id;
        this.book = book;
        this.changed = changed;
        this.fold = new TaskFold(id, null);
    }

    @Nullable Job job() {
        return job;
    }

    /** What has come so far; it must not be asked while more is folded. */
    TaskFold fold() {
        return fold;
    }

    /** The moves elsewhere that did something, in order. */
    List<Event> acted() {
        return acted;
    }

    /** Whether an event comes after all that is folded. */
    boolean isLatest(Event event) {
        return latest == null || Event.CANONICAL.compare(latest, event) < 0;
    }

    /** As {@link #isLatest}, or the same event once more. */
    boolean isLatestOrSame(Event event) {
        return latest == null || Event.CANONICAL.compare(latest, event) <= 0;
    }

    /** The clock of the last event that counted; the least number for none. */
    long latestMillis() {
        return latest == null ? Long.MIN_VALUE : latest.hlc().millis();
    }

    /** What is folded from now on is judged by this plan. */
    void plan(@Nullable Job planned) {
        job = planned;
    }

    /** Begins anew. */
    void begin() {
        fold = new TaskFold(id, job);
        latest = null;
        acted.clear();
        touched();
    }

    /** Folds an event that comes after all that is folded, or is of the same moment. */
    void apply(Event event) {
        latest = event;
        if (id.equals(event.task())) {
            fold.apply(event, book.quantity(event));
        }
        if (event.fact() instanceof WorkFact.SentBack sent && comesThroughHere(sent)) {
            fold.applySentBack(sent);
        }
        closed(event);
        touched();
    }

    /** Folds that pieces come through here once more, as {@link #apply} does. */
    void applySentBack(Event event, WorkFact.SentBack sent) {
        latest = event;
        fold.applySentBack(sent);
        touched();
    }

    /** Folds an operator's move elsewhere that comes after all that is folded. */
    void applyMove(Event move) {
        if (fold.applyMove(move)) {
            latest = move;
            acted.add(move);
            closed(move);
            touched();
        }
    }

    private void closed(Event by) {
        for (OperatorCode operator : fold.takeClosed()) {
            book.moves(operator).closedBy(by);
        }
    }

    /** Whether pieces that were sent back, from here or from a later task, are done again here. */
    boolean comesThroughHere(WorkFact.SentBack sent) {
        return job != null
                && sent.task().ticket().equals(id.ticket())
                && JobFlow.visitedAgain(job, sent.to()).contains(id.sequence());
    }

    /** Folds all anew, with the moves that are known to have done something and no others. */
    void replay(List<Event> history, List<Event> moves) {
        begin();
        int moved = 0;
        for (Event next : history) {
            if (!book.voided(next)) {
                moved = applyMoves(moves, moved, next);
                apply(next);
            }
        }
        applyMoves(moves, moved, null);
    }

    /**
     * Folds all anew. Of the moves before an event it is known which did something, and that did
     * not change; later ones are searched for.
     *
     * @param from absent for the beginning
     */
    void replayFrom(List<Event> history, @Nullable Event from) {
        int known = from == null ? 0 : Ordered.firstNotBefore(acted, from);
        List<Event> before = List.copyOf(acted.subList(0, known));
        begin();
        int moved = 0;
        for (Event next : history) {
            if (book.voided(next)) {
                continue;
            }
            moved = applyMoves(before, moved, next);
            if (from == null || Event.CANONICAL.compare(next, from) >= 0) {
                runMoves(from, next);
            }
            apply(next);
        }
        applyMoves(before, moved, null);
        runMoves(from, null);
    }

    private int applyMoves(List<Event> moves, int moved, @Nullable Event until) {
        int next = moved;
        while (next < moves.size()
                && (until == null || Event.CANONICAL.compare(moves.get(next), until) <= 0)) {
            applyMove(moves.get(next));
            next++;
        }
        return next;
    }

    /**
     * Lets those who are at work here leave, where they moved elsewhere later than all that is
     * folded.
     *
     * @param from only moves at or after this event; absent for all
     * @param until the last event to heed; absent for all
     */
    void runMoves(@Nullable Event from, @Nullable Event until) {
        List<MoveCursor> cursors = new ArrayList<>();
        for (OperatorCode operator : fold.openOperators()) {
            if (fold.isActive(operator)) {
                MoveCursor cursor =
                        new MoveCursor(book.moves(operator), id, book, from, latest, until);
                if (cursor.head() != null) {
                    cursors.add(cursor);
                }
            }
        }
        while (!cursors.isEmpty()) {
            MoveCursor first = MoveCursor.earliest(cursors);
            Event move = first.head();
            if (move != null && fold.isActive(first.operator())) {
                applyMove(move);
                first.advance();
            }
            if (first.head() == null || !fold.isActive(first.operator())) {
                cursors.remove(first);
            }
        }
    }

    /** The state is another one. */
    void touched() {
        state = null;
        changed.run();
    }

    /** What it comes to; the same until it changes. */
    TaskState state() {
        TaskState known = state;
        if (known == null) {
            known = fold.state();
            state = known;
        }
        return known;
    }
}
