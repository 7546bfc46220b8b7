package stint.server.http;

import stint.clock.Clocks;
import stint.domain.event.StationCode;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** When each station was last heard (ST-5), and what it said of itself. Thread-safe. */
final class Presence {

    private final Clocks clocks;
    private final Map<StationCode, Heard> heard = new ConcurrentHashMap<>();

    Presence(Clocks clocks) {
        this.clocks = clocks;
    }

    /**
     * What is known of a station.
     *
     * @param at when it last spoke
     * @param unsent events it has that the server is not known to have; -1 where it never said
     * @param fetched up to which position it has read the feed; -1 where it never did
     */
    record Heard(Instant at, long unsent, long fetched) {}

    /** A station gave a sign of life. */
    void heard(StationCode station) {
        heard(station, -1, -1);
    }

    /** A station said how much it has still to send. */
    void unsent(StationCode station, long events) {
        heard(station, events, -1);
    }

    /** A station has the feed up to there. */
    void fetched(StationCode station, long position) {
        heard(station, -1, position);
    }

    private void heard(StationCode station, long unsent, long fetched) {
        Instant now = clocks.read().time();
        heard.merge(
                station,
                new Heard(now, unsent, fetched),
                (before, said) ->
                        new Heard(
                                now,
                                unsent < 0 ? before.unsent() : unsent,
                                fetched < 0 ? before.fetched() : fetched));
    }

    /** When each station last spoke. */
    Map<StationCode, Instant> lastHeard() {
        return heard.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().at()));
    }

    /** All that is known. */
    Map<StationCode, Heard> known() {
        return Map.copyOf(heard);
    }
}
