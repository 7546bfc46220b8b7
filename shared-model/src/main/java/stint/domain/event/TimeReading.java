package stint.domain.event;

import java.time.Duration;
import java.time.Instant;

/**
 * What a machine's clocks said at one moment; read at the edge and handed to the domain, which
 * reads no clock.
 *
 * @param wall the wall clock, UTC
 * @param zoneOffsetMinutes the local zone's offset from UTC in minutes, −1080 to 1080
 * @param boot identifies the run of the machine within which {@code monotonicMillis} may be
 *     compared
 * @param monotonicMillis milliseconds that never jump, from an arbitrary start within the boot
 * @param offsetMillis estimated floor time minus wall time: add it to the wall to get floor time
 * @param errorMillis how far that estimate may be off
 */
public record TimeReading(
        Instant wall,
        int zoneOffsetMinutes,
        long boot,
        long monotonicMillis,
        long offsetMillis,
        long errorMillis) {

    /** The best estimate of the floor's common time. */
    public Instant time() {
        return wall.plusMillis(offsetMillis);
    }

    /**
     * How long after an earlier reading this one was taken: by monotonic time within one boot of
     * one station, else by the common time. May be negative when clocks disagree; the caller
     * decides what that means.
     *
     * @param sameStation whether one station took both
     */
    public Duration since(TimeReading earlier, boolean sameStation) {
        return sameStation && boot == earlier.boot
                ? Duration.ofMillis(monotonicMillis - earlier.monotonicMillis)
                : Duration.between(earlier.time(), time());
    }
}
