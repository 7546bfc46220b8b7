package stint.domain.work;

import stint.domain.event.Event;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;

import java.time.Duration;
import java.time.Instant;

/** A station's clocks at one moment, to count durations from. */
record Moment(TimeReading clock, StationCode station) {

    static Moment of(Event event) {
        return new Moment(event.clock(), event.station());
    }

    Instant time() {
        return clock.time();
    }

    /** Never negative; clocks that disagree by that much leave nothing to count. */
    Duration until(Event later) {
        Duration duration = until(Moment.of(later));
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** May be negative. */
    Duration until(Moment later) {
        return later.clock.since(clock, station.equals(later.station));
    }
}
