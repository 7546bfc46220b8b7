package stint.domain.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stint.domain.event.Approval;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.work.Session.Cause;

/**
 * Folds one task's events, in canonical order, into its state (DOMAIN §4 to §6). Total: every history has a result
 * (EV-3). Voided events are never given to it; the caller leaves them out (EV-5). Used by one thread.
 */
public final class TaskFold {

    private final TaskId id;
    private final @Nullable Job job;
    private final @Nullable Task task;
    private final Map<EventId, SessionFold> sessions = new LinkedHashMap<>();
    private final Map<OperatorCode, SessionFold> open = new HashMap<>();
    private final Map<Serial, PieceTime> pieces = new HashMap<>();
    private final List<Serial> scrapped = new ArrayList<>();
    private final TaskExceptions exceptions;
    private long good;
    private long scrap;
    private @Nullable Event done;
    private boolean cancelled;

    /**
     * A task nothing has happened to.
     *
     * @param job its job, absent while the plan has not arrived
     */
    public TaskFold(TaskId id, @Nullable Job job) {
        this.id = id;
        this.job = job;
        this.task = job == null
                ? null
                : job.tasks().stream()
                        .filter(planned -> planned.id().equals(id))
                        .findFirst()
                        .orElse(null);
        this.exceptions = new TaskExceptions(id);
    }

    /** What it comes to so far. */
    public TaskState state() {
        return new TaskState(
                id,
                job,
                task,
                sessions.values().stream().map(SessionFold::state).toList(),
                good,
                scrap,
                pieces,
                scrapped,
                done == null ? null : done.id(),
                done == null ? null : done.time(),
                cancelled,
                exceptions.records());
    }

    /** Whether the operator has an open session here. */
    public boolean isOpen(OperatorCode operator) {
        return open.containsKey(operator);
    }

    /**
     * Folds an event of this task.
     *
     * @param event later in canonical order than all before it
     * @param quantity the pieces it counts, after corrections; ignored where the fact counts none
     */
    public void apply(Event event, int quantity) {
        switch (event.fact()) {
            case PlanFact.TaskCancelled cancel -> cancel(event);
            case WorkFact.OnTask fact -> {
                OperatorCode operator = event.operator();
                if (operator != null) {
                    work(event, operator, fact, quantity);
                }
            }
            default -> {
                // Other facts are not about a task; the floor's fold sends none here.
            }
        }
    }

    private void work(Event event, OperatorCode operator, WorkFact.OnTask fact, int quantity) {
        switch (fact) {
            case WorkFact.Started started -> start(event, operator, started);
            case WorkFact.Resumed resumed -> resume(event, operator, resumed);
            case WorkFact.Held held -> hold(event, operator, held);
            case WorkFact.Good counted -> countGood(event, operator, counted, quantity);
            case WorkFact.Scrapped counted -> countScrap(event, operator, counted, quantity);
            case WorkFact.SessionEnded ended -> end(event, operator, ended);
        }
    }

    private void start(Event event, OperatorCode operator, WorkFact.Started started) {
        SessionFold session = at(event, operator, started.session());
        if (session == null) {
            openAt(event, operator, started.approval(), false).markPiece(event, started.piece());
        } else if (session.state().open()) {
            session.activate(event);
            session.markPiece(event, started.piece());
        } else {
            recordLate(session, event, started.approval());
        }
    }

    private void resume(Event event, OperatorCode operator, WorkFact.Resumed resumed) {
        SessionFold session = at(event, operator, resumed.session());
        if (session == null) {
            openAt(event, operator, resumed.approval(), false);
        } else if (session.state().open()) {
            session.activate(event);
        } else {
            recordLate(session, event, resumed.approval());
        }
    }

    private void hold(Event event, OperatorCode operator, WorkFact.Held held) {
        SessionFold session = known(operator, held.session());
        if (session == null) {
            return;
        }
        session.hold(event, held.reason());
        session.moveEnd(event);
    }

    private void end(Event event, OperatorCode operator, WorkFact.SessionEnded ended) {
        SessionFold session = known(operator, ended.session());
        if (session == null) {
            return;
        }
        if (session.state().open()) {
            closeSession(session, event, Cause.ENDED);
        } else {
            session.moveEnd(event);
        }
    }

    private void countGood(Event event, OperatorCode operator, WorkFact.Good fact, int quantity) {
        SessionFold session = at(event, operator, fact.session());
        if (session == null) {
            session = openAt(event, operator, fact.approval(), true);
        } else if (!session.state().open()) {
            session.moveEnd(event);
        }
        int counted = fact.serials().isEmpty() ? quantity : countPieces(event, operator, session, fact.serials());
        session.add(counted, 0);
        if (session.state() instanceof Session.Cancelled) {
            return;
        }
        good += counted;
        if (done != null && fact.approval() == null) {
            exceptions.afterDone(session.core(), event);
        }
        if (job != null && fact.approval() == null && good > Tolerance.goodMax(job.target(), job.toleranceBasisPoints())) {
            exceptions.overProduction(event);
        }
        if (done == null && job != null && good >= job.target()) {
            done = event;
            closeAll(event);
        }
    }

    private int countPieces(Event event, OperatorCode operator, SessionFold session, List<Serial> serials) {
        List<Serial> fresh = new ArrayList<>();
        for (Serial serial : serials) {
            PieceTime first = pieces.get(serial);
            if (first != null || fresh.contains(serial)) {
                exceptions.duplicate(serial, operator, first == null ? event.id() : first.completedBy(), event);
            } else {
                fresh.add(serial);
            }
        }
        for (Serial serial : fresh) {
            pieces.put(serial, session.pieceTime(event, serial, fresh.size()));
        }
        session.piecesCompleted(event);
        return fresh.size();
    }

    private void countScrap(Event event, OperatorCode operator, WorkFact.Scrapped fact, int quantity) {
        SessionFold session = at(event, operator, fact.session());
        if (session == null) {
            session = openAt(event, operator, null, true);
        } else if (!session.state().open()) {
            session.moveEnd(event);
        }
        session.add(0, quantity);
        if (!(session.state() instanceof Session.Cancelled)) {
            scrap += quantity;
            scrapped.addAll(fact.serials());
        }
    }

    /**
     * The operator started, or went on, at another task, or ended the shift (OS-7, OS-8, OS-9).
     *
     * @param event later in canonical order than all before it
     */
    public void applyMove(Event event) {
        OperatorCode operator = event.operator();
        SessionFold session = operator == null ? null : open.get(operator);
        if (session == null || !(session.state() instanceof Session.Active)) {
            return;
        }
        switch (event.fact()) {
            case WorkFact.ShiftEnded ended -> session.hold(event, null);
            case WorkFact.Started started -> leave(session, event, started.second(), started.leaving());
            case WorkFact.Resumed resumed -> leave(session, event, resumed.second(), resumed.leaving());
            default -> leave(session, event, null, List.of());
        }
    }

    private void leave(SessionFold session, Event event, @Nullable SecondStart second, List<EventId> leaving) {
        boolean known = session.core().station().equals(event.station())
                || leaving.contains(session.core().id());
        if (known && second == SecondStart.PARALLEL) {
            return;
        }
        if (known && second == SecondStart.HOLD) {
            session.hold(event, null);
        } else if (known) {
            closeSession(session, event, Cause.OTHER_TASK);
        } else {
            exceptions.twoBenches(session.core(), event);
            closeSession(session, event, Cause.OTHER_BENCH);
        }
    }

    private void cancel(Event event) {
        cancelled = true;
        for (SessionFold session : List.copyOf(open.values())) {
            good -= session.core().good();
            scrap -= session.core().scrap();
            session.cancel(event);
        }
        open.clear();
    }

    private void closeAll(Event event) {
        for (SessionFold session : List.copyOf(open.values())) {
            closeSession(session, event, Cause.TASK_DONE);
        }
    }

    private void closeSession(SessionFold session, Event event, Cause cause) {
        session.close(event, cause);
        open.remove(session.core().operator());
    }

    private void recordLate(SessionFold session, Event event, @Nullable Approval approval) {
        session.moveEnd(event);
        if (done != null && approval == null) {
            exceptions.afterDone(session.core(), event);
        }
    }

    /** The session the bench meant: the one it named, even when closed meanwhile, else the operator's open one. */
    private @Nullable SessionFold known(OperatorCode operator, @Nullable EventId named) {
        SessionFold meant = named == null ? null : sessions.get(named);
        return meant != null ? meant : open.get(operator);
    }

    /**
     * As {@link #known}, for facts that open a session: a bench that knew of none, while the operator is active at
     * another, makes the later one win (OS-10). A session held elsewhere simply goes on here.
     */
    private @Nullable SessionFold at(Event event, OperatorCode operator, @Nullable EventId named) {
        SessionFold session = known(operator, named);
        boolean unaware = session != null
                && named == null
                && session.state() instanceof Session.Active
                && !session.core().station().equals(event.station());
        if (session != null && unaware) {
            exceptions.twoBenches(session.core(), event);
            closeSession(session, event, Cause.OTHER_BENCH);
            return null;
        }
        return session;
    }

    /** Opens a session; on a task that is done or cancelled it is closed at once, and a person told (PR-5). */
    private SessionFold openAt(Event event, OperatorCode operator, @Nullable Approval approval, boolean implicit) {
        Session.Core core = new Session.Core(
                event.id(), id, operator, event.station(), event.time(), 0, 0, Duration.ZERO);
        SessionFold session = new SessionFold(core, event, implicit);
        sessions.put(event.id(), session);
        if (cancelled) {
            session.cancel(event);
        } else if (done != null && (approval == null || implicit)) {
            session.close(event, Cause.TASK_DONE);
            if (!implicit) {
                exceptions.afterDone(core, event);
            }
        } else {
            open.put(operator, session);
        }
        return session;
    }

}
