package stint.station.ui;

import stint.clock.Clocks;
import stint.domain.event.TimeReading;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Clocks that go on when a test says so. Any thread. */
final class HandClocks implements Clocks {

    private static final Instant BOOT = Instant.parse("2025-11-03T00:00:00Z");

    private final AtomicReference<Instant> now;

    HandClocks(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    void advance(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }

    @Override
    public TimeReading read() {
        Instant time = now.get();
        return new TimeReading(time, 420, 1, Duration.between(BOOT, time).toMillis(), 0, 0);
    }
}
