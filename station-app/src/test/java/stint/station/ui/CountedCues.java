package stint.station.ui;

import stint.station.ui.kit.Cues;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what would have sounded. Any thread. */
final class CountedCues implements Cues {

    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();

    @Override
    public void accepted() {
        accepted.incrementAndGet();
    }

    @Override
    public void refused() {
        refused.incrementAndGet();
    }
}
