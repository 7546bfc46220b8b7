package stint.station.ui.bench;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;

/**
 * What the kiosk says about the last thing that was asked of it.
 *
 * @param text what happened
 * @param code the code of what went wrong; absent when it went well
 * @param undoable the event that may be taken back; absent for none
 * @param untilMs monotonic milliseconds at which this goes away
 */
public record Receipt(String text, @Nullable String code, @Nullable Event undoable, long untilMs) {

    /** Seconds left, rounded up: while one may still undo, it says at least 1. */
    public long secondsLeft(long nowMs) {
        return Math.max(0, Math.ceilDiv(untilMs - nowMs, 1000));
    }
}
