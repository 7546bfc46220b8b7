package stint.server.http;

import stint.clock.Clocks;
import stint.domain.event.StationCode;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each station was last heard (ST-5). Thread-safe. */
final class Presence {

    private final Clocks clocks;
    private final Map<StationCode, Instant> heard = new ConcurrentHashMap<>();

    Presence(Clocks clocks) {
        this.clocks = clocks;
    }

    /** A station gave a sign of life. */
    void heard(StationCode station) {
        heard.put(station, clocks.read().time());
    }

    /** When each station last spoke. */
    Map<StationCode, Instant> lastHeard() {
        return Map.copyOf(heard);
    }
}
