package stint.clock;

import stint.domain.event.TimeReading;

import java.time.Duration;
import java.time.Instant;

/** What a machine knows of the time. Implementations are safe for any thread. */
@FunctionalInterface
public interface Clocks {

    /** What the clocks say now. */
    TimeReading read();

    /**
     * The server said what time it is: the floor's common time. Clocks that are set by somebody
     * else ignore it.
     *
     * @param serverTime the server's clock when it answered
     * @param roundTrip from question to answer; the answer is at most this old
     */
    default void heard(Instant serverTime, Duration roundTrip) {}

    /**
     * The newest reading this machine is known to have taken, from its journal. Within the same
     * boot, floor time goes on from it, though the wall clock was set while the program was down.
     */
    default void resume(TimeReading last) {}
}
