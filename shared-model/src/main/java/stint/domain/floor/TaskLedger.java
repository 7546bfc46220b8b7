package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
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
    private final TaskRun run;
    private final List<Event> events = new ArrayList<>();
    private final List<Moves> workers = new ArrayList<>();
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
        this.run = new TaskRun(id, book, changed);
    }

    TaskId id() {
        return id;
    }

    /** The plan arrived or changed; what has happened is judged by it. */
    void plan(@Nullable Job planned) {
        if (!Objects.equals(run.job(), planned)) {
            judgeBy(planned);
        }
    }

    private void judgeBy(@Nullable Job planned) {
        run.plan(planned);
        if (events.isEmpty() && sentBack.isEmpty()) {
            run.begin();
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
        run.replay(history(), exported.moves());
        replayed();
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
        if (pending || !run.isLatest(event)) {
            refoldFrom(event);
            return;
        }
        run.apply(event);
        OperatorCode concerned = concerned(event);
        if (concerned != null && run.fold().isOpen(concerned)) {
            Moves own = book.moves(concerned);
            own.mayBeOpenAt(this);
            if (own.anyAfter(event)) {
                // Moves that found nobody here to move left no trace; now there is somebody.
                run.runMoves(event, null);
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
        if (!run.comesThroughHere(sent) || book.voided(event)) {
            return;
        }
        if (!pending && run.isLatestOrSame(event)) {
            run.applySentBack(event, sent);
        } else {
            refoldFrom(event);
        }
    }

    /** An operator moved elsewhere. */
    void move(Event move, OperatorCode operator) {
        if (!pending && run.isLatest(move)) {
            run.applyMove(move);
            settle();
        } else {
            reconsider(move, operator);
        }
    }

    /** An operator's move elsewhere counts now, or counts no more. */
    void reconsider(Event move, OperatorCode operator) {
        // What is to be folded again anyway finds the moves by itself.
        if (!isPendingAt(move) && run.fold().wasOpen(operator, move)) {
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
            run.touched();
        } else if (from == null || !isPendingAt(from)) {
            pendingFrom = from;
        }
    }

    /** Folds again what is to be folded again. */
    void upToDate() {
        if (pending) {
            pending = false;
            run.replayFrom(history(), pendingFrom);
            replayed();
        }
    }

    private void replayed() {
        for (OperatorCode operator : run.fold().openOperators()) {
            book.moves(operator).mayBeOpenAt(this);
        }
        settle();
    }

    /** Its own events, in canonical order. */
    List<Event> recorded() {
        return List.copyOf(events);
    }

    private List<Event> history() {
        if (sentBack.isEmpty()) {
            return events;
        }
        List<Event> history = new ArrayList<>(events);
        for (Event event : sentBack) {
            if (!id.equals(event.task())
                    && event.fact() instanceof WorkFact.SentBack sent
                    && run.comesThroughHere(sent)) {
                history.add(event);
            }
        }
        history.sort(Event.CANONICAL);
        return history;
    }

    boolean isOpen(OperatorCode operator) {
        return run.fold().isOpen(operator);
    }

    private void settle() {
        if (!queued && run.fold().isSettled()) {
            queued = book.settled(this, newestMillis());
        }
    }

    /** Whether it may be put away: settled, and nothing new since a time (milliseconds). */
    boolean mayBePutAway(long sinceMillis) {
        return run.fold().isSettled() && newestMillis() < sinceMillis;
    }

    /** As {@link #mayBePutAway}, where what waits to be folded may make it so. */
    boolean mayBePutAwayThen(long sinceMillis) {
        return pending || mayBePutAway(sinceMillis);
    }

    /** Whether something happened here before a time (milliseconds). */
    boolean began(long beforeMillis) {
        return !events.isEmpty() && events.getFirst().hlc().millis() < beforeMillis;
    }

    private long newestMillis() {
        return Math.max(run.latestMillis(), broughtBackMillis);
    }

    /** It was taken from the queue of those that are settled; it comes back when it is again. */
    void unqueued() {
        queued = false;
        settle();
    }

    /** What is kept of it when it is put away. */
    ArchivedTask putAway() {
        long fromMillis = events.isEmpty() ? run.latestMillis() : events.getFirst().hlc().millis();
        ArchivedTask away = new ArchivedTask(state(), fromMillis, run.latestMillis());
        workers.forEach(worker -> worker.leave(this));
        away.operators().forEach(operator -> book.moves(operator).putAway(away));
        events.forEach(book.log()::letGo);
        return away;
    }

    FoldExport.OfTask export() {
        return new FoldExport.OfTask(id, List.copyOf(events), List.copyOf(run.acted()));
    }

    TaskState state() {
        upToDate();
        return run.state();
    }
}
