package stint.installer.simulate;

import java.time.Instant;
import java.time.InstantSource;

/** The one true time of a simulated floor; it passes only when told to. Any thread. */
final class SimulatedTime implements InstantSource {

    private volatile Instant now;

    SimulatedTime(Instant start) {
        now = start;
    }

    void pass(Instant to) {
        if (to.isBefore(now)) {
            throw new IllegalArgumentException("time does not run backwards: " + now + " to " + to);
        }
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
