package stint.domain.work;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stint.domain.event.Event;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.work.Session.Active;
import stint.domain.work.Session.Cancelled;
import stint.domain.work.Session.Cause;
import stint.domain.work.Session.Completed;
import stint.domain.work.Session.Paused;

/**
 * One session while its task is folded: its state, and the moments that minutes per piece are counted from (SN-3).
 * Used by one thread, inside {@link TaskFold} only.
 */
final class SessionFold {

    private Session state;
    private @Nullable Event pauseBegan;
    private Mark latest;
    private final Map<Serial, Mark> pieceMarks = new HashMap<>();

    /**
     * A moment work on a piece may have begun at.
     *
     * @param event when
     * @param pausedBefore the session's ended pauses up to then
     * @param grade what a time counted from here can be worth at best
     */
    private record Mark(Event event, Duration pausedBefore, Grade grade) {}

    /**
     * Opens the session.
     *
     * @param implicit nobody pressed start: the first complete opened it, so when its work began was not recorded
     */
    SessionFold(Session.Core core, Event opening, boolean implicit) {
        state = new Active(core);
        latest = new Mark(opening, Duration.ZERO, implicit ? Grade.AUTO_CLOSED : Grade.MEASURED);
    }

    Session state() {
        return state;
    }

    Session.Core core() {
        return state.core();
    }

    /** A new piece begins (OS-2); a scan names which. */
    void markPiece(Event event, @Nullable Serial piece) {
        Mark mark = new Mark(event, pausedUntil(event), Grade.MEASURED);
        if (piece == null) {
            latest = mark;
        } else {
            pieceMarks.put(piece, mark);
        }
    }

    /** Work goes on, here and now, whether it was held or not (OS-2, OS-4). */
    void activate(Event event) {
        endPause(event);
        state = new Active(core().at(event.station()));
    }

    void hold(Event event, @Nullable String reason) {
        if (state instanceof Active) {
            pauseBegan = event;
            state = new Paused(core(), event.time(), reason);
        }
    }

    void close(Event event, Cause cause) {
        endPause(event);
        state = new Completed(core(), event.time(), cause);
    }

    void cancel(Event event) {
        endPause(event);
        state = new Cancelled(core(), event.time());
    }

    /** What was recorded on a closed session by a bench that did not know moves its end (OS-10, PR-5). */
    void moveEnd(Event event) {
        if (state instanceof Completed(Session.Core core, Instant endedAt, Cause cause)
                && event.time().isAfter(endedAt)) {
            state = new Completed(core, event.time(), cause);
        }
    }

    void add(long good, long scrap) {
        Session.Core more = core().plus(good, scrap);
        state = switch (state) {
            case Active active -> new Active(more);
            case Paused paused -> new Paused(more, paused.since(), paused.reason());
            case Completed completed -> new Completed(more, completed.endedAt(), completed.cause());
            case Cancelled cancelled -> new Cancelled(more, cancelled.endedAt());
        };
    }

    /**
     * The time of a piece that is complete with this event (SN-3); pieces that share a complete share its time.
     *
     * @param sharing how many pieces the complete names
     */
    PieceTime pieceTime(Event complete, Serial serial, int sharing) {
        Mark begun = latest;
        Mark scanned = pieceMarks.get(serial);
        if (scanned != null && Event.CANONICAL.compare(scanned.event(), begun.event()) > 0) {
            begun = scanned;
        }
        Duration elapsed = complete.since(begun.event());
        Duration pauses = pausedUntil(complete).minus(begun.pausedBefore());
        Duration worked = elapsed.minus(pauses);
        Grade grade = sharing > 1 ? begun.grade().and(Grade.ALLOCATED) : begun.grade();
        if (worked.isNegative()) {
            worked = Duration.ZERO;
            grade = Grade.CLOCK_SUSPECT;
        }
        StationCode station = complete.station();
        return new PieceTime(
                serial,
                core().task(),
                core().operator(),
                station,
                complete.id(),
                begun.event().time(),
                complete.time(),
                worked.dividedBy(sharing),
                grade);
    }

    /** The next piece's time runs from this complete at the earliest (SN-3). */
    void piecesCompleted(Event complete) {
        latest = new Mark(complete, pausedUntil(complete), Grade.MEASURED);
    }

    private Duration pausedUntil(Event event) {
        return pauseBegan == null ? core().paused() : core().paused().plus(notNegative(event.since(pauseBegan)));
    }

    private void endPause(Event event) {
        if (pauseBegan != null) {
            Duration pause = notNegative(event.since(pauseBegan));
            state = new Active(core().plusPause(pause));
            pauseBegan = null;
        }
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
