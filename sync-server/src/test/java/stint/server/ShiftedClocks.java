package stint.server;

import stint.clock.Clocks;
import stint.clock.SystemClocks;
import stint.domain.event.TimeReading;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clocks, put forward by hand. Any thread. */
final class ShiftedClocks implements Clocks {

    private final Clocks clocks = new SystemClocks();
    private final AtomicLong forwardMillis = new AtomicLong();

    void forward(Duration by) {
        forwardMillis.addAndGet(by.toMillis());
    }

    @Override
    public TimeReading read() {
        TimeReading now = clocks.read();
        return new TimeReading(
                now.wall().plusMillis(forwardMillis.get()),
                now.zoneOffsetMinutes(),
                now.boot(),
                now.monotonicMillis() + forwardMillis.get(),
                now.offsetMillis(),
                now.errorMillis());
    }

    @Override
    public void heard(Instant serverTime, Duration roundTrip) {
        clocks.heard(serverTime, roundTrip);
    }

    @Override
    public void resume(TimeReading last) {
        clocks.resume(last);
    }
}
