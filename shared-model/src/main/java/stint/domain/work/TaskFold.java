package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.work.Session.Cause;

import java.util.List;
import java.util.Set;

/**
 * Folds one task's events, in canonical order, into its state (DOMAIN §4 to §6). Total: every
 * history has a result (EV-3). Voided events are never given to it; the caller leaves them out
 * (EV-5). Used by one thread.
 */
public final class TaskFold {

    /** The reason a session bears that was held because its terminal was gone (ST-5). */
    public static final String AUTO_ABANDON = "auto-abandon";

    private final TaskId id;
    private final @Nullable Job job;
    private final @Nullable Task task;
    private final TaskExceptions exceptions;
    private final TaskSessions sessions;
    private final TimeRules timeRules;
    private final PieceCount pieces;
    private final Progress progress;

    /**
     * A task nothing has happened to.
     *
     * @param job its job, absent while the plan has not arrived
     */
    public TaskFold(TaskId id, @Nullable Job job) {
        this.id = id;
        this.job = job;
        this.task =
                job == null
                        ? null
                        : job.tasks().stream()
                                .filter(planned -> planned.id().equals(id))
                                .findFirst()
                                .orElse(null);
        this.exceptions = new TaskExceptions(id);
        this.sessions = new TaskSessions(id, exceptions);
        this.timeRules = new TimeRules(sessions, exceptions);
        this.pieces = new PieceCount(exceptions);
        this.progress = new Progress(job, exceptions);
    }

    /** What it comes to so far. */
    public TaskState state() {
        Event done = progress.done();
        return new TaskState(
                id,
                job,
                task,
                sessions.states(),
                sessions.lastRecorded(),
                progress.good(),
                progress.scrap(),
                pieces.pieces(),
                pieces.rework(),
                pieces.awaitingRework(),
                pieces.outputs(),
                pieces.scraps(),
                done == null ? null : done.id(),
                done == null ? null : done.time(),
                progress.isCancelled(),
                exceptions.records());
    }

    /** Whether the operator has an open session here. */
    public boolean isOpen(OperatorCode operator) {
        return sessions.open(operator) != null;
    }

    /** Whether the operator is at work here, not pausing. */
    public boolean isActive(OperatorCode operator) {
        SessionFold session = sessions.open(operator);
        return session != null && session.state() instanceof Session.Active;
    }

    /** Who has an open session here. */
    public Set<OperatorCode> openOperators() {
        return sessions.openOperators();
    }

    /** Whether the operator had, or may have had, an open session when something came to pass. */
    public boolean wasOpen(OperatorCode operator, Event then) {
        return sessions.wasOpen(operator, then);
    }

    /** Whose sessions were closed since this was last asked. */
    public List<OperatorCode> takeClosed() {
        return sessions.takeClosed();
    }

    /**
     * Whether nothing more is expected here: done or cancelled, nobody at it, nothing sent back.
     */
    public boolean isSettled() {
        return (progress.isDone() || progress.isCancelled())
                && sessions.openOperators().isEmpty()
                && !pieces.awaitsRework();
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
            case SessionRule rule -> timeRules.apply(event, rule);
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
            case WorkFact.SentBack sent -> workedOn(event, operator, sent.session(), null);
            case WorkFact.SessionEnded ended -> end(event, operator, ended);
        }
    }

    private void start(Event event, OperatorCode operator, WorkFact.Started started) {
        SessionFold session = sessions.at(event, operator, started.session());
        SessionFold open = goOn(event, operator, session, started.approval());
        if (open != null) {
            open.markPiece(event, started.piece());
            if (started.second() == SecondStart.PARALLEL) {
                open.share();
            }
        }
    }

    private void resume(Event event, OperatorCode operator, WorkFact.Resumed resumed) {
        SessionFold session = sessions.at(event, operator, resumed.session());
        SessionFold open = goOn(event, operator, session, resumed.approval());
        if (open != null && resumed.second() == SecondStart.PARALLEL) {
            open.share();
        }
    }

    /** Opens the session, or makes it active; none when it was closed and only its end moves. */
    private @Nullable SessionFold goOn(
            Event event,
            OperatorCode operator,
            @Nullable SessionFold session,
            @Nullable Approval approval) {
        if (session == null) {
            return openAt(event, operator, approval, false);
        }
        if (session.state().open()) {
            session.activate(event);
            session.recorded(event);
            return session;
        }
        recordLate(session, event, approval);
        return null;
    }

    private void hold(Event event, OperatorCode operator, WorkFact.Held held) {
        SessionFold session = sessions.known(operator, held.session());
        if (session == null) {
            return;
        }
        session.hold(event, held.reason());
        session.recorded(event);
        session.moveEnd(event);
    }

    private void end(Event event, OperatorCode operator, WorkFact.SessionEnded ended) {
        SessionFold session = sessions.known(operator, ended.session());
        if (session == null) {
            return;
        }
        if (session.state().open()) {
            sessions.close(session, event, Cause.ENDED);
        } else {
            session.moveEnd(event);
        }
    }

    private void countGood(Event event, OperatorCode operator, WorkFact.Good fact, int quantity) {
        SessionFold session = workedOn(event, operator, fact.session(), fact.approval());
        int visitsBefore = pieces.visits();
        int counted = pieces.count(event, session, fact, quantity);
        session.add(counted, 0);
        if (session.state() instanceof Session.Cancelled) {
            return;
        }
        int visits = pieces.visits() - visitsBefore;
        boolean onlyRework = visits > 0 && visits == fact.serials().size();
        boolean lastOfRework = visits > 0 && !pieces.awaitsRework();
        boolean approved = fact.approval() != null;
        if (progress.isDone() && !approved && !onlyRework) {
            exceptions.afterDone(session.core(), event);
        }
        boolean reached = progress.add(event, counted, approved);
        if (reached || (progress.isDone() && lastOfRework)) {
            sessions.closeAll(event);
        }
    }

    /** The session that something was made in, by a bench that need not have opened it (OS-5). */
    private SessionFold workedOn(
            Event event,
            OperatorCode operator,
            @Nullable EventId named,
            @Nullable Approval approval) {
        SessionFold session = sessions.at(event, operator, named);
        if (session == null) {
            session = openAt(event, operator, approval, true);
        }
        session.moveEnd(event);
        session.recorded(event);
        return session;
    }

    private void countScrap(
            Event event, OperatorCode operator, WorkFact.Scrapped fact, int quantity) {
        SessionFold session = workedOn(event, operator, fact.session(), null);
        session.add(0, quantity);
        if (!(session.state() instanceof Session.Cancelled)) {
            progress.addScrap(quantity);
            pieces.scrap(event, fact, quantity);
        }
    }

    /**
     * The operator started, or went on, at another task, or ended the shift (OS-7, OS-8, OS-9).
     *
     * @param event later in canonical order than all before it
     * @return whether its operator was at work here
     */
    public boolean applyMove(Event event) {
        return sessions.move(event);
    }

    /**
     * Pieces were sent back to this task, or to one before it: what was complete here is to be done
     * once more, as a new visit and never as new output (DP-4).
     */
    public void applySentBack(WorkFact.SentBack sent) {
        pieces.sentBack(sent.serials());
    }

    private void cancel(Event event) {
        progress.cancel();
        for (SessionFold session : sessions.open()) {
            progress.leaveOut(session.core());
            session.cancel(event);
            sessions.closed(session);
        }
    }

    private void recordLate(SessionFold session, Event event, @Nullable Approval approval) {
        session.recorded(event);
        session.moveEnd(event);
        if (progress.isDone() && approval == null) {
            exceptions.afterDone(session.core(), event);
        }
    }

    /**
     * Opens a session; on a task that is cancelled, or done with nothing sent back to it, it is
     * closed at once, and a person told (PR-5).
     */
    private SessionFold openAt(
            Event event, OperatorCode operator, @Nullable Approval approval, boolean implicit) {
        SessionFold session = sessions.begin(event, operator, implicit);
        if (progress.isCancelled()) {
            session.cancel(event);
        } else if (progress.isDone() && !pieces.awaitsRework() && (approval == null || implicit)) {
            session.close(event, Cause.TASK_DONE);
            if (!implicit) {
                exceptions.afterDone(session.core(), event);
            }
        } else {
            sessions.opened(session);
        }
        return session;
    }
}
