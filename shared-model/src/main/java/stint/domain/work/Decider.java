package stint.domain.work;

import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;

/** placeholder */
public final class Decider {
    private Decider() {}

    public static Decision decide(Floor floor, Command command, StationCode station, TimeReading now) {
        throw new UnsupportedOperationException();
    }
}
