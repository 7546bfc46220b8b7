package stint.server.http;

import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests come from whom: each name has a bucket that fills with time, and a request
 * takes one from it (SERVER "Limits every route has"). Thread-safe.
 *
 * @param <K> whom: an address, a station
 */
final class Rates<K> {

    /** Names remembered; the one not heard of for longest goes first, with a full bucket. */
    private static final int NAMES_MAX = 10_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private record Bucket(double left, long atNanos) {}

    private final LongSupplier nanos;
    private final Map<K, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
                    return size() > NAMES_MAX;
                }
            };

    /**
     * @param nanos a clock that never jumps
     */
    Rates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Counts a request.
     *
     * @param perSecond how many there may be, over time
     * @param burst how many at once
     * @throws FaultException when there are too many; this one does not count
     */
    synchronized void require(K name, int perSecond, int burst) {
        long now = nanos.getAsLong();
        Bucket before = buckets.get(name);
        double left =
                before == null
                        ? burst
                        : Math.min(
                                burst,
                                before.left()
                                        + (now - before.atNanos()) / NANOS_PER_SECOND * perSecond);
        if (left < 1) {
            buckets.put(name, new Bucket(left, now));
            throw FaultException.of(
                    Fault.TOO_OFTEN,
                    "at most " + perSecond + " requests a second; come again in a second");
        }
        buckets.put(name, new Bucket(left - 1, now));
    }
}
