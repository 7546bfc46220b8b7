package stint.installer.simulate;

import stint.clock.Clocks;
import stint.clock.Monotonic;
import stint.clock.SystemClocks;
import stint.domain.event.TimeReading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clocks of one simulated machine: a wall clock that somebody may set, and a monotonic one that
 * nobody can. What programs make of them is the real part, {@link SystemClocks}. Any thread.
 */
final class Machine {

    private final SimulatedTime time;
    private final ZoneId zone;
    private final Monotonic monotonic;
    private volatile Duration wrongBy = Duration.ZERO;

    /**
     * @param boot tells its boot from those of other machines
     */
    Machine(SimulatedTime time, ZoneId zone, long boot) {
        this.time = time;
        this.zone = zone;
        Instant start = time.instant();
        this.monotonic =
                new Monotonic() {
                    @Override
                    public long millis() {
                        return Duration.between(start, time.instant()).toMillis();
                    }

                    @Override
                    public long boot() {
                        return boot;
                    }
                };
    }

    /** The clocks as a program sees them that starts now. */
    Clocks clocks() {
        Clocks clocks = new SystemClocks(new Wall(zone), monotonic);
        return new Clocks() {
            @Override
            public TimeReading read() {
                return clocks.read();
            }

            @Override
            public void heard(Instant serverTime, Duration roundTrip) {
                // What the exchange really took is no time here: none of the simulated time has
                // passed.
                clocks.heard(serverTime, Duration.ZERO);
            }

            @Override
            public void resume(TimeReading last) {
                clocks.resume(last);
            }
        };
    }

    void jump(Duration by) {
        wrongBy = wrongBy.plus(by);
    }

    private final class Wall extends Clock {

        private final ZoneId shownIn;

        Wall(ZoneId shownIn) {
            this.shownIn = shownIn;
        }

        @Override
        public ZoneId getZone() {
            return shownIn;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Wall(other);
        }

        @Override
        public Instant instant() {
            return time.instant().plus(wrongBy);
        }
    }
}
