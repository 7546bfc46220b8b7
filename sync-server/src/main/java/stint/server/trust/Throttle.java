package stint.server.trust;

import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow: after some failures under a name, further tries are refused unseen for a
 * while that doubles. Names are of a source, or of a person and a source together, so nobody can
 * lock out another. Thread-safe.
 */
public final class Throttle {

    private static final int FREE_TRIES = 5;
    private static final long FIRST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long MAX_NANOS = Duration.ofMinutes(15).toNanos();

    /** Names remembered; the one not heard of for longest goes first. */
    private static final int NAMES_MAX = 10_000;

    private record Tries(int failures, long untilNanos) {}

    private final LongSupplier nanos;
    private final Map<String, Tries> records =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
                    return size() > NAMES_MAX;
                }
            };

    /**
     * @param nanos a clock that never jumps
     */
    public Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Lets a try through.
     *
     * @throws FaultException when it is too soon; the try does not count
     */
    public synchronized void require(String name) {
        Tries known = records.get(name);
        long wait = known == null ? 0 : known.untilNanos() - nanos.getAsLong();
        if (wait > 0) {
            throw FaultException.of(
                    Fault.TOO_MANY,
                    "too many wrong tries; again in "
                            + (1 + Duration.ofNanos(wait).toSeconds())
                            + " s");
        }
    }

    /** It was wrong. */
    public synchronized void failed(String name) {
        Tries known = records.get(name);
        int failures = known == null ? 1 : known.failures() + 1;
        long delay =
                failures < FREE_TRIES
                        ? 0
                        : Math.min(MAX_NANOS, FIRST_NANOS << Math.min(20, failures - FREE_TRIES));
        records.put(name, new Tries(failures, nanos.getAsLong() + delay));
    }

    /** It was right: what was before is forgotten. */
    public synchronized void succeeded(String name) {
        records.remove(name);
    }
}
