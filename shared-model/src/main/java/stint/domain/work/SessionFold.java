package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.Hlc;
import stint.domain.event.Serial;
import stint.domain.work.Session.Active;
import stint.domain.work.Session.Cancelled;
import stint.domain.work.Session.Cause;
import stint.domain.work.Session.Completed;
import stint.domain.work.Session.Core;
import stint.domain.work.Session.Paused;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One session while its task is folded: its state, and the moments that minutes per piece are
 * counted from (SN-3). Used by one thread, inside {@link TaskFold} only.
 */
final class SessionFold {

    private Session state;
    private @Nullable Moment pauseBegan;
    private Event lastRecorded;
    private Mark latest;
    private final Event opening;
    private @Nullable Event closing;
    private boolean shared;
    private Map<Serial, Mark> pieceMarks = Map.of();

    /**
     * A moment work on a piece may have begun at.
     *
     * @param pausedBefore the session's pauses up to then
     * @param grade what a time counted from here can be worth at best
     */
    private record Mark(Moment moment, Hlc hlc, Duration pausedBefore, Grade grade) {}

    /** How long something took. */
    record Took(Instant from, Duration worked, Grade grade) {}

    /**
     * Opens the session.
     *
     * @param implicit nobody pressed start: the first complete opened it, so when its work began
     *     was not recorded
     */
    SessionFold(Core core, Event opening, boolean implicit) {
        state = new Active(core, opening.time());
        this.opening = opening;
        lastRecorded = opening;
        latest =
                new Mark(
                        Moment.of(opening),
                        opening.hlc(),
                        Duration.ZERO,
                        implicit ? Grade.AUTO_CLOSED : Grade.MEASURED);
    }

    Session state() {
        return state;
    }

    Core core() {
        return state.core();
    }

    /**
     * Its operator recorded something on it; a session nothing is recorded on grows stale (OS-7).
     */
    void recorded(Event event) {
        lastRecorded = event;
    }

    Event lastRecorded() {
        return lastRecorded;
    }

    /** A new piece begins (OS-2); a scan names which. */
    void markPiece(Event event, @Nullable Serial piece) {
        Mark mark = new Mark(Moment.of(event), event.hlc(), pausedUntil(event), Grade.MEASURED);
        if (piece == null) {
            latest = mark;
        } else {
            if (pieceMarks.isEmpty()) {
                pieceMarks = new HashMap<>();
            }
            pieceMarks.put(piece, mark);
        }
    }

    /** Work goes on, here and now, whether it was held or not (OS-2, OS-4). */
    void activate(Event event) {
        Instant since = state instanceof Active active ? active.since() : event.time();
        endPause(event);
        state = new Active(core().at(event.station()), since);
    }

    void hold(Event event, @Nullable String reason) {
        holdAsOf(Moment.of(event), reason);
    }

    /** Holds it as of a moment before the event that says so (ST-5). */
    void holdAsOf(Moment moment, @Nullable String reason) {
        if (state instanceof Active active) {
            pauseBegan = moment;
            state =
                    new Paused(
                            active.core().plusWork(active.since(), moment.time()),
                            moment.time(),
                            reason);
        }
    }

    void close(Event event, Cause cause) {
        closing = event;
        stopWork(event);
        state = new Completed(core(), event.time(), cause);
    }

    /** Closes it as of its last event, because of a later one (OS-7). */
    void closeAsStale(Event observation) {
        close(lastRecorded, Cause.STALE);
        closing = observation;
    }

    /** Whether it was, or may have been, open when something came to pass. */
    boolean wasOpen(Event then) {
        return Event.CANONICAL.compare(opening, then) < 0
                && (state.open() || closing == null || Event.CANONICAL.compare(closing, then) >= 0);
    }

    /** Opens it again, held since it was closed; from now on it may grow stale again (OS-7). */
    void reopen(Event event) {
        if (state instanceof Completed closed) {
            pauseBegan = Moment.of(lastRecorded);
            state = new Paused(closed.core(), closed.endedAt(), null);
            recorded(event);
        }
    }

    void cancel(Event event) {
        closing = event;
        stopWork(event);
        state = new Cancelled(core(), event.time());
    }

    /**
     * What was recorded on a closed session by a bench that did not know moves its end (OS-10,
     * PR-5).
     */
    void moveEnd(Event event) {
        if (state instanceof Completed closed && event.time().isAfter(closed.endedAt())) {
            state = new Completed(closed.core(), event.time(), closed.cause());
        }
    }

    void add(long good, long scrap) {
        Core more = core().plus(good, scrap);
        state =
                switch (state) {
                    case Active active -> new Active(more, active.since());
                    case Paused paused -> new Paused(more, paused.since(), paused.reason());
                    case Completed completed ->
                            new Completed(more, completed.endedAt(), completed.cause());
                    case Cancelled cancelled -> new Cancelled(more, cancelled.endedAt());
                };
    }

    /** Another task runs beside this one: times counted from now on are shared (OS-8, SN-4). */
    void share() {
        shared = true;
    }

    /**
     * The time of a piece that is complete with this event (SN-3); pieces that share a complete
     * share its time.
     *
     * @param sharing how many pieces the complete names
     */
    PieceTime pieceTime(Event complete, Serial serial, int sharing) {
        Mark scanned = pieceMarks.get(serial);
        Took took =
                took(
                        complete,
                        scanned != null && scanned.hlc().compareTo(latest.hlc()) > 0
                                ? scanned
                                : latest);
        Grade grade = sharing > 1 ? took.grade().and(Grade.ALLOCATED) : took.grade();
        return new PieceTime(
                serial,
                core().task(),
                core().operator(),
                complete.station(),
                complete.id(),
                complete.hlc(),
                took.from(),
                complete.time(),
                took.worked().dividedBy(sharing),
                grade);
    }

    /** The time of all pieces since the last complete. */
    Took took(Event complete) {
        return took(complete, latest);
    }

    private Took took(Event complete, Mark begun) {
        Duration elapsed = begun.moment().until(Moment.of(complete));
        Duration worked = elapsed.minus(pausedUntil(complete).minus(begun.pausedBefore()));
        Grade grade = shared ? begun.grade().and(Grade.ALLOCATED) : begun.grade();
        return worked.isNegative()
                ? new Took(begun.moment().time(), Duration.ZERO, Grade.CLOCK_SUSPECT)
                : new Took(begun.moment().time(), worked, grade);
    }

    /** The next piece's time runs from this complete at the earliest (SN-3). */
    void piecesCompleted(Event complete) {
        latest =
                new Mark(
                        Moment.of(complete), complete.hlc(), pausedUntil(complete), Grade.MEASURED);
    }

    private Duration pausedUntil(Event event) {
        return pauseBegan == null ? core().paused() : core().paused().plus(pauseBegan.until(event));
    }

    private void stopWork(Event event) {
        if (state instanceof Active active) {
            state = new Active(active.core().plusWork(active.since(), event.time()), event.time());
        }
        endPause(event);
    }

    private void endPause(Event event) {
        if (pauseBegan != null) {
            state = new Active(core().plusPause(pauseBegan.until(event)), event.time());
            pauseBegan = null;
        }
    }
}
