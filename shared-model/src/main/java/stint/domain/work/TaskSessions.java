package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.SecondStart;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.work.Session.Cause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sessions of one task while it is folded: who is at it, and which session a fact means (OS-1,
 * OS-7, OS-10). Used by one thread, inside {@link TaskFold} only.
 */
final class TaskSessions {

    private final TaskId task;
    private final TaskExceptions exceptions;
    private final Map<EventId, SessionFold> sessions = new LinkedHashMap<>();
    private final Map<OperatorCode, SessionFold> open = new HashMap<>();
    private final List<OperatorCode> closed = new ArrayList<>();

    TaskSessions(TaskId task, TaskExceptions exceptions) {
        this.task = task;
        this.exceptions = exceptions;
    }

    /** In order of their start. */
    List<Session> states() {
        return sessions.values().stream().map(SessionFold::state).toList();
    }

    /** When each open session was last recorded on. */
    Map<EventId, Instant> lastRecorded() {
        Map<EventId, Instant> moments = new HashMap<>();
        for (SessionFold session : open.values()) {
            moments.put(session.core().id(), session.lastRecorded().time());
        }
        return moments;
    }

    /** An operator's open session, of which there is at most one (OS-1). */
    @Nullable SessionFold open(OperatorCode operator) {
        return open.get(operator);
    }

    /** All that are open, to be changed while one walks through them. */
    Collection<SessionFold> open() {
        return List.copyOf(open.values());
    }

    Set<OperatorCode> openOperators() {
        return Collections.unmodifiableSet(open.keySet());
    }

    @Nullable SessionFold byId(EventId id) {
        return sessions.get(id);
    }

    boolean wasOpen(OperatorCode operator, Event then) {
        for (SessionFold session : sessions.values()) {
            if (session.core().operator().equals(operator) && session.wasOpen(then)) {
                return true;
            }
        }
        return false;
    }

    /** Whose sessions were closed since this was last asked. */
    List<OperatorCode> takeClosed() {
        if (closed.isEmpty()) {
            return List.of();
        }
        List<OperatorCode> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    /**
     * The session the bench meant: the one it named, even when closed meanwhile, else the
     * operator's open one.
     */
    @Nullable SessionFold known(OperatorCode operator, @Nullable EventId named) {
        SessionFold meant = named == null ? null : sessions.get(named);
        boolean own = meant != null && meant.core().operator().equals(operator);
        return own ? meant : open.get(operator);
    }

    /**
     * As {@link #known}, for facts that open a session: a bench that knew of none, while the
     * operator is active at another, makes the later one win (OS-10). A session held elsewhere
     * simply goes on here.
     */
    @Nullable SessionFold at(Event event, OperatorCode operator, @Nullable EventId named) {
        SessionFold session = known(operator, named);
        boolean unaware =
                session != null
                        && named == null
                        && session.state() instanceof Session.Active
                        && !session.core().station().equals(event.station());
        if (session != null && unaware) {
            exceptions.twoBenches(session.core(), event);
            close(session, event, Cause.OTHER_BENCH);
            return null;
        }
        return session;
    }

    /**
     * Begins a session; {@link #opened} says that it stays open.
     *
     * @param implicit nobody pressed start: a complete begins it
     */
    SessionFold begin(Event event, OperatorCode operator, boolean implicit) {
        Session.Core core =
                new Session.Core(
                        event.id(),
                        task,
                        operator,
                        event.station(),
                        event.time(),
                        0,
                        0,
                        Duration.ZERO,
                        List.of());
        SessionFold session = new SessionFold(core, event, implicit);
        sessions.put(event.id(), session);
        return session;
    }

    /** A session is open from now on. */
    void opened(SessionFold session) {
        open.put(session.core().operator(), session);
    }

    /** A session was closed, by whatever rule. */
    void closed(SessionFold session) {
        open.remove(session.core().operator());
        closed.add(session.core().operator());
    }

    void close(SessionFold session, Event event, Cause cause) {
        session.close(event, cause);
        closed(session);
    }

    /** The task is done (PR-3). */
    void closeAll(Event event) {
        for (SessionFold session : open()) {
            close(session, event, Cause.TASK_DONE);
        }
    }

    /**
     * Their operator started, or went on, at another task, or ended the shift (OS-7 to OS-9).
     *
     * @return whether they were at work here
     */
    boolean move(Event event) {
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
        } else if (known && second == SecondStart.HOLD) {
            session.hold(event, null);
        } else if (known) {
            close(session, event, Cause.OTHER_TASK);
        } else {
            exceptions.twoBenches(session.core(), event);
            close(session, event, Cause.OTHER_BENCH);
        }
    }
}
