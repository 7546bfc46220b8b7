package stint.clock;

import stint.domain.event.TimeReading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clocks of this machine. Floor time runs on the monotonic clock, so that setting the wall
 * clock moves no minutes (SYNC "clock rules"); the server's answers correct it.
 *
 * <p>Thread-safe.
 */
public final class SystemClocks implements Clocks {

    /** How wrong an office PC's wall clock may be that has never heard of a server. */
    static final long UNHEARD_ERROR_MS = 120_000;

    /** Quartz drifts: an estimate grows worse by this much with each second (50 ppm). */
    private static final double DRIFT_MS_PER_MS = 0.000_05;

    /**
     * Two runs in one boot may read the monotonic clock so far apart: what the machine tells of its
     * uptime is rounded, and sleep is noticed only from some length on.
     */
    private static final long READING_MS_MAX = 1_000;

    private final Clock wall;
    private final Monotonic monotonic;
    private Anchor anchor;

    /**
     * Where floor time was, once.
     *
     * @param floorMillis floor time, since 1970 UTC
     * @param monotonicMillis the monotonic clock then
     * @param errorMillis how far the floor time may have been off
     */
    private record Anchor(long floorMillis, long monotonicMillis, long errorMillis) {

        long floorAt(long monotonicNow) {
            return floorMillis + (monotonicNow - monotonicMillis);
        }

        long errorAt(long monotonicNow) {
            return errorMillis
                    + (long) (Math.abs(monotonicNow - monotonicMillis) * DRIFT_MS_PER_MS);
        }
    }

    /** The clocks of this machine, from now on. */
    public SystemClocks() {
        this(ZoneId.systemDefault());
    }

    /**
     * The same for a machine whose own zone is not the floor's, as in a data centre.
     *
     * @param zone the floor's
     */
    public SystemClocks(ZoneId zone) {
        this(Clock.system(zone), Monotonic.ofThisMachine());
    }

    /**
     * Clocks that read these two, for a machine that is simulated.
     *
     * @param wall the wall clock, in the machine's zone
     */
    public SystemClocks(Clock wall, Monotonic monotonic) {
        this.wall = wall;
        this.monotonic = monotonic;
        this.anchor = new Anchor(wall.millis(), monotonic.millis(), UNHEARD_ERROR_MS);
    }

    @Override
    public synchronized TimeReading read() {
        long now = monotonicNow();
        Instant instant = wall.instant();
        int zoneMinutes = wall.getZone().getRules().getOffset(instant).getTotalSeconds() / 60;
        return new TimeReading(
                instant,
                zoneMinutes,
                monotonic.boot(),
                now,
                anchor.floorAt(now) - instant.toEpochMilli(),
                anchor.errorAt(now));
    }

    @Override
    public synchronized void heard(Instant serverTime, Duration roundTrip) {
        long now = monotonicNow();
        long half = Math.max(1, roundTrip.toMillis() / 2);
        if (half <= anchor.errorAt(now)) {
            anchor = new Anchor(serverTime.toEpochMilli() + half, now, half);
        }
    }

    @Override
    public synchronized void resume(TimeReading last) {
        if (last.boot() == monotonic.boot()
                && last.monotonicMillis() <= monotonic.millis() + READING_MS_MAX) {
            anchor =
                    new Anchor(
                            last.time().toEpochMilli(), last.monotonicMillis(), last.errorMillis());
        }
    }

    /** Never before the reading that the floor time rests on, so that no minutes are negative. */
    private long monotonicNow() {
        return Math.max(monotonic.millis(), anchor.monotonicMillis());
    }
}
