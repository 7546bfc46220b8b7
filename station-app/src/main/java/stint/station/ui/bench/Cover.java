package stint.station.ui.bench;

/** What lies over the whole screen for a while. */
public sealed interface Cover {

    /**
     * Nothing reacts, so that the panel can be wiped.
     *
     * @param untilMs monotonic milliseconds at which it ends
     */
    record Cleaning(long untilMs) implements Cover {

        /** Seconds left, rounded up. */
        public long secondsLeft(long nowMs) {
            return Math.max(0, Math.ceilDiv(untilMs - nowMs, 1000));
        }
    }

    /** Nobody is here: the bench's name and the time. The first touch ends it. */
    record Idle() implements Cover {}
}
