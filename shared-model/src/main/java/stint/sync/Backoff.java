package stint.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubling, capped first and then randomised, so that benches
 * which lost the server together do not return together (SYNC, "everyone reconnects at once"). Not
 * thread-safe.
 */
public final class Backoff {

    private final RandomGenerator random;
    private final long firstMillis;
    private final long capMillis;
    private int failures;

    /**
     * @param first the wait after the first failure, before chance
     * @param cap no wait is longer
     */
    public Backoff(RandomGenerator random, Duration first, Duration cap) {
        this.random = random;
        this.firstMillis = first.toMillis();
        this.capMillis = cap.toMillis();
    }

    /** A wait before the very first contact, so that a whole floor may be switched on at once. */
    public Duration beforeFirst() {
        return Duration.ofMillis(random.nextLong(firstMillis + 1));
    }

    /** It failed again: wait so long, between half of the step and the whole of it. */
    public Duration afterFailure() {
        long step = Math.min(capMillis, firstMillis << Math.min(failures, 20));
        failures++;
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }

    /** It worked. */
    public void succeeded() {
        failures = 0;
    }
}
