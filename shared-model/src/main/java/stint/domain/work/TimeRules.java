package stint.domain.work;

import stint.domain.event.Event;
import stint.domain.event.SessionRule;
import stint.domain.work.Session.Cause;

/**
 * What time alone brought about, applied to a task's sessions where the merged history bears it out
 * (OS-7, ST-5): a bench that was away may have recorded what the observer did not know. Used by one
 * thread, inside {@link TaskFold} only.
 */
final class TimeRules {

    private final TaskSessions sessions;
    private final TaskExceptions exceptions;

    TimeRules(TaskSessions sessions, TaskExceptions exceptions) {
        this.sessions = sessions;
        this.exceptions = exceptions;
    }

    void apply(Event event, SessionRule rule) {
        SessionFold session = sessions.byId(rule.session());
        if (session == null || !session.core().operator().equals(rule.about())) {
            return;
        }
        switch (rule) {
            case SessionRule.StaleClosed stale -> closeStale(session, event, stale);
            case SessionRule.Abandoned abandoned -> hold(session, event, abandoned);
            case SessionRule.Reopened reopened -> reopen(session, event);
        }
    }

    private void closeStale(SessionFold session, Event event, SessionRule.StaleClosed stale) {
        boolean idle = Moment.of(session.lastRecorded()).until(event).compareTo(stale.idle()) >= 0;
        if (session.state().open() && idle) {
            session.closeAsStale(event);
            sessions.closed(session);
            exceptions.observed(FloorException.Type.STALE_CLOSED, session.core(), event);
        }
    }

    private void hold(SessionFold session, Event event, SessionRule.Abandoned abandoned) {
        boolean here = session.core().station().equals(event.station());
        if (session.state() instanceof Session.Active && here) {
            Moment lastSeen = new Moment(abandoned.lastHeartbeat(), event.station());
            Moment lastTap = Moment.of(session.lastRecorded());
            session.holdAsOf(
                    lastTap.until(lastSeen).isNegative() ? lastTap : lastSeen,
                    TaskFold.AUTO_ABANDON);
            exceptions.observed(FloorException.Type.AUTO_ABANDON, session.core(), event);
        }
    }

    private void reopen(SessionFold session, Event event) {
        boolean stale =
                session.state() instanceof Session.Completed closed
                        && closed.cause() == Cause.STALE;
        if (stale && sessions.open(session.core().operator()) == null) {
            session.reopen(event);
            sessions.opened(session);
        }
    }
}
