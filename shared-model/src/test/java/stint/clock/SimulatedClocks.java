package stint.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The clocks of a simulated machine: those of a real one, told what wall and uptime say. */
public final class SimulatedClocks {

    private SimulatedClocks() {}

    /** Clocks since a boot. */
    public static Clocks of(LongSupplier wallMillis, long boot, LongSupplier uptimeMillis) {
        return new SystemClocks(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return Instant.ofEpochMilli(wallMillis.getAsLong());
                    }
                },
                new Monotonic() {
                    @Override
                    public long millis() {
                        return uptimeMillis.getAsLong();
                    }

                    @Override
                    public long boot() {
                        return boot;
                    }
                });
    }
}
