package stint.domain.event;

/**
 * A hybrid logical clock reading: orders events across benches whose wall clocks disagree (EV-2,
 * EV-4).
 *
 * @param millis milliseconds since 1970 UTC, never behind what its writer has recorded or heard
 *     before
 * @param counter orders readings within one millisecond, from 0
 */
public record Hlc(long millis, int counter) implements Comparable<Hlc> {

    /** Before every reading. */
    public static final Hlc ZERO = new Hlc(0, 0);

    /** A foreign clock moves ours at most this far past the server's time (milliseconds). */
    public static final long FOREIGN_LEAD_MS_MAX = 60_000;

    /** The reading after this one at the given time: never equal, never earlier. */
    public Hlc next(long nowMillis) {
        return nowMillis > millis ? new Hlc(nowMillis, 0) : new Hlc(millis, counter + 1);
    }

    /**
     * This clock after hearing a foreign reading. A clock far in the future drags ours along by 60
     * s past the server's time and no further, so that one wrong bench can't poison the floor.
     *
     * @param serverMillis the server's time as far as we know it
     */
    public Hlc hearing(Hlc foreign, long serverMillis) {
        long limit = serverMillis + FOREIGN_LEAD_MS_MAX;
        Hlc heard = foreign.millis > limit ? new Hlc(limit, 0) : foreign;
        return heard.compareTo(this) > 0 ? heard : this;
    }

    @Override
    public int compareTo(Hlc other) {
        int byMillis = Long.compare(millis, other.millis);
        return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
    }
}
