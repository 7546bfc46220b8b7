package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.work.JobFlow;
import stint.domain.work.TaskFold;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One task's events and what they come to. An event that is the latest is folded onto the state; a
 * late one, or a correction, folds the task anew from there, once, when somebody asks for its
 * state: a bench that comes back brings late events by the thousand. Of the operators' moves
 * elsewhere only those that did something are kept here. Used by one thread.
 */
final class TaskLedger {

    private final TaskId id;
    private final Book book;
    private final List<Event> sentBack;
    private final Runnable changed;
    private final List<Event> events = new ArrayList<>();
    private final List<Event> acted = new ArrayList<>();
    private final List<Moves> workers = new ArrayList<>();
    private @Nullable Job job;
    private TaskFold fold;
    private @Nullable Event latest;
    private @Nullable TaskState state;
    private boolean pending;
    private @Nullable Event pendingFrom;
    private boolean queued;
    private long broughtBackMillis = Long.MIN_VALUE;

    /**
     * A task nothing has happened to.
     *
     * @param sentBack all that was sent back in its job, kept by the ticket
     * @param changed told when its state is another one
     */
    TaskLedger(TaskId id, Book book, List<Event> sentBack, Runnable changed) {
        this.id = id;
        this.book = book;
        this.sentBack = sentBack;
        this.changed = changed;
        this.fold = new TaskFold(id, null);
    }

    TaskId id() {
        return id;
    }

    /** The plan arrived or changed; what has happened is judged by it. */
    void plan(@Nullable Job planned) {
        if (!Objects.equals(job, planned)) {
            judgeBy(planned);
        }
    }

    private void judgeBy(@Nullable Job planned) {
        job = planned;
        if (events.isEmpty() && sentBack.isEmpty()) {
            fold = new TaskFold(id, job);
            touched();
        } else {
            refoldFrom(null);
        }
    }

    /**
     * Begins with what is known already.
     *
     * @param stored its events, in canonical order
     * @param atMillis it is kept here as if it had been new at this time
     */
    void restore(@Nullable Job planned, List<Event> stored, long atMillis) {
        broughtBackMillis = atMillis;
        for (Event event : stored) {
            events.add(event);
            register(event);
        }
        judgeBy(planned);
    }

    /** Goes on where another one was exported, with the moves that did something in it. */
    void goOn(@Nullable Job planned, FoldExport.OfTask exported) {
        restore(planned, exported.events(), Long.MIN_VALUE);
        pending = false;
        replay(exported.moves(), null, false);
    }

    /** An event of this task, new to this replica. */
    void add(Event event) {
        int place = Ordered.after(events, event);
        if (place > 0 && events.get(place - 1).id().equals(event.id())) {
            return; // It came back with the history.
        }
        events.add(place, event);
        register(event);
        if (book.voided(event)) {
            return;
        }
        if (pending || !isLatest(event)) {
            refoldFrom(event);
            return;
        }
        applyInOrder(event);
        OperatorCode concerned = concerned(event);
        if (concerned == null) {
            return;
        }
        Moves own = book.moves(concerned);
        if (fold.isOpen(concerned)) {
            own.mayBeOpenAt(this);
            if (own.anyAfter(event)) {
                // Moves that found nobody here to move left no trace; now there is somebody.
                runMoves(event, null);
            }
        }
        settle();
    }

    private void register(Event event) {
        if (event.operator() != null) {
            Moves own = book.moves(event.operator());
            for (int index = workers.size() - 1; index >= 0; index--) {
                if (workers.get(index) == own) {
                    return;
                }
            }
            workers.add(own);
            own.worksAt(this);
        }
    }

    private static @Nullable OperatorCode concerned(Event event) {
        return event.fact() instanceof SessionRule rule ? rule.about() : event.operator();
    }

    /** Pieces were sent back, to this task or through it, from one that comes after (DP-4). */
    void sendBack(Event event, WorkFact.SentBack sent) {
        if (!comesThroughHere(sent) || book.voided(event)) {
            return;
        }
        boolean inOrder = latest == null || Event.CANONICAL.compare(latest, event) <= 0;
        if (inOrder && !pending) {
            latest = event;
            fold.applySentBack(sent);
            touched();
        } else {
            refoldFrom(event);
        }
    }

    /** An operator moved elsewhere. */
    void move(Event move, OperatorCode operator) {
        if (!pending && isLatest(move)) {
            if (fold.isActive(operator)) {
                applyMove(move);
                settle();
            }
        } else {
            reconsider(move, operator);
        }
    }

    /** An operator's move elsewhere counts now, or counts no more. */
    void reconsider(Event move, OperatorCode operator) {
        // What is to be folded again anyway finds the moves by itself.
        if (!isPendingAt(move) && fold.wasOpen(operator, move)) {
            refoldFrom(move);
        }
    }

    private boolean isPendingAt(Event event) {
        return pending && (pendingFrom == null || Event.CANONICAL.compare(pendingFrom, event) <= 0);
    }

    /**
     * What came to pass from an event on is folded again before anybody sees the state; what was
     * before it stands.
     *
     * @param from absent for the beginning
     */
    void refoldFrom(@Nullable Event from) {
        if (!pending) {
            pending = true;
            pendingFrom = from;
            book.pending(this);
            touched();
        } else if (from == null || !isPendingAt(from)) {
            pendingFrom = from;
        }
    }

    /** Folds again what is to be folded again. */
    void upToDate() {
        if (pending) {
            pending = false;
            Event from = pendingFrom;
            // Before it, the moves that did something are known; after it, any may.
            int known = from == null ? 0 : Ordered.firstNotBefore(acted, from);
            replay(List.copyOf(acted.subList(0, known)), from, true);
        }
    }

    private void replay(List<Event> before, @Nullable Event from, boolean searchMoves) {
        fold = new TaskFold(id, job);
        latest = null;
        acted.clear();
        int moved = 0;
        for (Event next : history()) {
            if (book.voided(next)) {
                continue;
            }
            moved = replayMoves(before, moved, next);
            boolean searched = from == null || Event.CANONICAL.compare(next, from) >= 0;
            if (searchMoves && searched) {
                runMoves(from, next);
            }
            applyInOrder(next);
        }
        replayMoves(before, moved, null);
        if (searchMoves) {
            runMoves(from, null);
        }
        for (OperatorCode operator : fold.openOperators()) {
            book.moves(operator).mayBeOpenAt(this);
        }
        touched();
        settle();
    }

    private int replayMoves(List<Event> before, int moved, @Nullable Event until) {
        int next = moved;
        while (next < before.size()
                && (until == null || Event.CANONICAL.compare(before.get(next), until) <= 0)) {
            applyMove(before.get(next));
            next++;
        }
        return next;
    }

    private List<Event> history() {
        if (sentBack.isEmpty()) {
            return events;
        }
        List<Event> history = new ArrayList<>(events);
        for (Event event : sentBack) {
            if (!concernsThisTask(event)
                    && event.fact() instanceof WorkFact.SentBack sent
                    && comesThroughHere(sent)) {
                history.add(event);
            }
        }
        history.sort(Event.CANONICAL);
        return history;
    }

    private void applyInOrder(Event event) {
        latest = event;
        if (concernsThisTask(event)) {
            fold.apply(event, book.quantity(event));
        }
        if (event.fact() instanceof WorkFact.SentBack sent && comesThroughHere(sent)) {
            fold.applySentBack(sent);
        }
        closed(event);
        touched();
    }

    private void applyMove(Event move) {
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

    /**
     * Lets those who are at work here leave, where they moved elsewhere later than all that is
     * folded.
     *
     * @param from only moves at or after this event; absent for all
     * @param until the last event to heed; absent for all
     */
    private void runMoves(@Nullable Event from, @Nullable Event until) {
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

    private boolean comesThroughHere(WorkFact.SentBack sent) {
        return job != null
                && sent.task().ticket().equals(id.ticket())
                && JobFlow.visitedAgain(job, sent.to()).contains(id.sequence());
    }

    private boolean concernsThisTask(Event event) {
        return id.equals(FloorFold.taskOf(event));
    }

    private boolean isLatest(Event event) {
        return latest == null || Event.CANONICAL.compare(latest, event) < 0;
    }

    boolean isOpen(OperatorCode operator) {
        return fold.isOpen(operator);
    }

    private void touched() {
        state = null;
        changed.run();
    }

    private void settle() {
        if (!queued && fold.isSettled()) {
            queued = book.settled(this, newestMillis());
        }
    }

    /** Whether it may be put away: settled, and nothing new since a time (milliseconds). */
    boolean mayBePutAway(long sinceMillis) {
        return fold.isSettled() && newestMillis() < sinceMillis;
    }

    private long newestMillis() {
        return Math.max(latestMillis(), broughtBackMillis);
    }

    /** It was taken from the queue of those that are settled; it comes back when it is again. */
    void unqueued() {
        queued = false;
        settle();
    }

    /** What is kept of it when it is put away. */
    ArchivedTask putAway() {
        long fromMillis = events.isEmpty() ? latestMillis() : events.getFirst().hlc().millis();
        ArchivedTask away = new ArchivedTask(state(), fromMillis, latestMillis());
        workers.forEach(worker -> worker.leave(this));
        away.operators().forEach(operator -> book.moves(operator).putAway(away));
        events.forEach(book.log()::letGo);
        return away;
    }

    private long latestMillis() {
        return latest == null ? Long.MIN_VALUE : latest.hlc().millis();
    }

    FoldExport.OfTask export() {
        return new FoldExport.OfTask(id, List.copyOf(events), List.copyOf(acted));
    }

    TaskState state() {
        upToDate();
        TaskState known = state;
        if (known == null) {
            known = fold.state();
            state = known;
        }
        return known;
    }
}
