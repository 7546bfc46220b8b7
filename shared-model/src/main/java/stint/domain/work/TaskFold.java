package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.work.Session.Cause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    private final Map<EventId, SessionFold> sessions = new LinkedHashMap<>();
    private final Map<OperatorCode, SessionFold> open = new HashMap<>();
    private final List<OperatorCode> closed = new ArrayList<>();
    private final Map<Serial, PieceTime> pieces = new HashMap<>();
    private final List<PieceTime> rework = new ArrayList<>();
    private final Set<Serial> awaitingRework = new TreeSet<>();
    private final List<BatchOutput> outputs = new ArrayList<>();
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
        this.task =
                job == null
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
                lastRecorded(),
                good,
                scrap,
                pieces,
                rework,
                awaitingRework,
                outputs,
                scrapped,
                done == null ? null : done.id(),
                done == null ? null : done.time(),
                cancelled,
                exceptions.records());
    }

    private Map<EventId, Instant> lastRecorded() {
        Map<EventId, Instant> moments = new HashMap<>();
        for (SessionFold session : open.values()) {
            moments.put(session.core().id(), session.lastRecorded().time());
        }
        return moments;
    }

    /** Whether the operator has an open session here. */
    public boolean isOpen(OperatorCode operator) {
        return open.containsKey(operator);
    }

    /** Whether the operator is at work here, not pausing. */
    public boolean isActive(OperatorCode operator) {
        SessionFold session = open.get(operator);
        return session != null && session.state() instanceof Session.Active;
    }

    /** Who has an open session here. */
    public Set<OperatorCode> openOperators() {
        return Collections.unmodifiableSet(open.keySet());
    }

    /** Whether the operator had, or may have had, an open session when something came to pass. */
    public boolean wasOpen(OperatorCode operator, Event then) {
        for (SessionFold session : sessions.values()) {
            if (session.core().operator().equals(operator) && session.wasOpen(then)) {
                return true;
            }
        }
        return false;
    }

    /** Whose sessions were closed since this was last asked. */
    public List<OperatorCode> takeClosed() {
        if (closed.isEmpty()) {
            return List.of();
        }
        List<OperatorCode> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    /**
     * Whether nothing more is expected here: done or cancelled, nobody at it, nothing sent back.
     */
    public boolean isSettled() {
        return (done != null || cancelled) && open.isEmpty() && awaitingRework.isEmpty();
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
            case SessionRule rule -> applyRule(event, rule);
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
            case WorkFact.SentBack sent -> sendBack(event, operator, sent);
            case WorkFact.SessionEnded ended -> end(event, operator, ended);
        }
    }

    private void start(Event event, OperatorCode operator, WorkFact.Started started) {
        SessionFold session = at(event, operator, started.session());
        if (session == null) {
            SessionFold opened = openAt(event, operator, started.approval(), false);
            opened.markPiece(event, started.piece());
            if (started.second() == SecondStart.PARALLEL) {
                opened.share();
            }
        } else if (session.state().open()) {
            session.activate(event);
            session.recorded(event);
            session.markPiece(event, started.piece());
            if (started.second() == SecondStart.PARALLEL) {
                session.share();
            }
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
            session.recorded(event);
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
        session.recorded(event);
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
        session.recorded(event);
        int visitsBefore = rework.size();
        int counted =
                fact.serials().isEmpty()
                        ? countBatch(event, session, quantity, quantity != fact.quantity())
                        : countPieces(event, operator, session, fact.serials());
        session.add(counted, 0);
        if (session.state() instanceof Session.Cancelled) {
            return;
        }
        good += counted;
        boolean onlyRework =
                !fact.serials().isEmpty() && rework.size() - visitsBefore == fact.serials().size();
        if (done != null && fact.approval() == null && !onlyRework) {
            exceptions.afterDone(session.core(), event);
        }
        if (job != null
                && counted > 0
                && fact.approval() == null
                && good > Tolerance.goodMax(job.target(), job.toleranceBasisPoints())) {
            exceptions.overProduction(event);
        }
        boolean lastOfRework = rework.size() > visitsBefore && awaitingRework.isEmpty();
        if (done == null && job != null && good >= job.target()) {
            done = event;
            closeAll(event);
        } else if (done != null && lastOfRework) {
            closeAll(event);
        }
    }

    private int countBatch(Event event, SessionFold session, int quantity, boolean corrected) {
        SessionFold.Took took = session.took(event);
        Grade grade = corrected ? took.grade().and(Grade.CORRECTED) : took.grade();
        outputs.add(
                new BatchOutput(
                        event.id(),
                        event.hlc(),
                        session.core().operator(),
                        event.station(),
                        quantity,
                        took.from(),
                        event.time(),
                        took.worked(),
                        grade));
        session.piecesCompleted(event);
        return quantity;
    }

    private int countPieces(
            Event event, OperatorCode operator, SessionFold session, List<Serial> serials) {
        List<Serial> fresh = new ArrayList<>();
        for (Serial serial : serials) {
            PieceTime first = pieces.get(serial);
            if (awaitingRework.remove(serial)) {
                rework.add(session.pieceTime(event, serial, serials.size()));
            } else if (first != null || fresh.contains(serial)) {
                exceptions.duplicate(
                        serial, operator, first == null ? event.id() : first.completedBy(), event);
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

    private void countScrap(
            Event event, OperatorCode operator, WorkFact.Scrapped fact, int quantity) {
        SessionFold session = at(event, operator, fact.session());
        if (session == null) {
            session = openAt(event, operator, null, true);
        } else if (!session.state().open()) {
            session.moveEnd(event);
        }
        session.recorded(event);
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
     * @return whether its operator was at work here
     */
    public boolean applyMove(Event event) {
        OperatorCode operator = event.operator();
        SessionFold session = operator == null ? null : open.get(operator);
        if (session == null || !(session.state() instanceof Session.Active)) {
            return false;
        }
        switch (event.fact()) {
            case WorkFact.ShiftEnded ended -> session.hold(event, null);
            case WorkFact.Started started ->
                    leave(session, event, started.second(), started.leaving());
            case WorkFact.Resumed resumed ->
                    leave(session, event, resumed.second(), resumed.leaving());
            default -> leave(session, event, null, List.of());
        }
        return true;
    }

    private void leave(
            SessionFold session, Event event, @Nullable SecondStart second, List<EventId> leaving) {
        boolean known =
                session.core().station().equals(event.station())
                        || leaving.contains(session.core().id());
        if (known && second == SecondStart.PARALLEL) {
            session.share();
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

    private void sendBack(Event event, OperatorCode operator, WorkFact.SentBack sent) {
        SessionFold session = at(event, operator, sent.session());
        if (session == null) {
            session = openAt(event, operator, null, true);
        }
        session.recorded(event);
        session.moveEnd(event);
    }

    /**
     * Pieces were sent back to this task, or to one before it: what was complete here is to be done
     * once more, as a new visit and never as new output (DP-4).
     */
    public void applySentBack(WorkFact.SentBack sent) {
        for (Serial serial : sent.serials()) {
            if (pieces.containsKey(serial)) {
                awaitingRework.add(serial);
            }
        }
    }

    private void applyRule(Event event, SessionRule rule) {
        SessionFold session = sessions.get(rule.session());
        if (session == null || !session.core().operator().equals(rule.about())) {
            return;
        }
        switch (rule) {
            case SessionRule.StaleClosed stale -> {
                boolean idle =
                        Moment.of(session.lastRecorded()).until(event).compareTo(stale.idle()) >= 0;
                if (session.state().open() && idle) {
                    session.closeAsStale(event);
                    open.remove(rule.about());
                    closed.add(rule.about());
                    exceptions.observed(FloorException.Type.STALE_CLOSED, session.core(), event);
                }
            }
            case SessionRule.Abandoned abandoned -> {
                boolean here = session.core().station().equals(event.station());
                if (session.state() instanceof Session.Active && here) {
                    Moment lastSeen = new Moment(abandoned.lastHeartbeat(), event.station());
                    Moment lastTap = Moment.of(session.lastRecorded());
                    session.holdAsOf(
                            lastTap.until(lastSeen).isNegative() ? lastTap : lastSeen,
                            AUTO_ABANDON);
                    exceptions.observed(FloorException.Type.AUTO_ABANDON, session.core(), event);
                }
            }
            case SessionRule.Reopened reopened -> {
                boolean stale =
                        session.state() instanceof Session.Completed closed
                                && closed.cause() == Cause.STALE;
                if (stale && !open.containsKey(rule.about())) {
                    session.reopen(event);
                    open.put(rule.about(), session);
                }
            }
        }
    }

    private void cancel(Event event) {
        cancelled = true;
        for (SessionFold session : List.copyOf(open.values())) {
            good -= session.core().good();
            scrap -= session.core().scrap();
            session.cancel(event);
            closed.add(session.core().operator());
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
        closed.add(session.core().operator());
    }

    private void recordLate(SessionFold session, Event event, @Nullable Approval approval) {
        session.recorded(event);
        session.moveEnd(event);
        if (done != null && approval == null) {
            exceptions.afterDone(session.core(), event);
        }
    }

    /**
     * The session the bench meant: the one it named, even when closed meanwhile, else the
     * operator's open one.
     */
    private @Nullable SessionFold known(OperatorCode operator, @Nullable EventId named) {
        SessionFold meant = named == null ? null : sessions.get(named);
        boolean own = meant != null && meant.core().operator().equals(operator);
        return own ? meant : open.get(operator);
    }

    /**
     * As {@link #known}, for facts that open a session: a bench that knew of none, while the
     * operator is active at another, makes the later one win (OS-10). A session held elsewhere
     * simply goes on here.
     */
    private @Nullable SessionFold at(Event event, OperatorCode operator, @Nullable EventId named) {
        SessionFold session = known(operator, named);
        boolean unaware =
                session != null
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

    /**
     * Opens a session; on a task that is cancelled, or done with nothing sent back to it, it is
     * closed at once, and a person told (PR-5).
     */
    private SessionFold openAt(
            Event event, OperatorCode operator, @Nullable Approval approval, boolean implicit) {
        Session.Core core =
                new Session.Core(
                        event.id(),
                        id,
                        operator,
                        event.station(),
                        event.time(),
                        0,
                        0,
                        Duration.ZERO,
                        List.of());
        SessionFold session = new SessionFold(core, event, implicit);
        sessions.put(event.id(), session);
        if (cancelled) {
            session.cancel(event);
        } else if (done != null && awaitingRework.isEmpty() && (approval == null || implicit)) {
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
