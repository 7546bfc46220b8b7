package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.StationCode;
import stint.domain.work.FloorException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a station's own sequence tells: which of its events are here, holes, clocks that disagree,
 * facts that can't be read (EV-2, SN-4, EX-1). Used by one thread.
 */
final class StationLedger {

    /** A clock this far from the floor's common time makes its readings suspect. */
    static final Duration CLOCK_LEEWAY = Duration.ofSeconds(60);

    /** Per epoch: everything up to {@code dense} is here, and some beyond. */
    private static final class Epoch {
        private long dense;
        private final TreeSet<Long> beyond = new TreeSet<>();
    }

    private final StationCode station;
    private final Map<Integer, Epoch> epochs = new TreeMap<>();
    private final Map<Long, EventId> suspectBoots = new TreeMap<>();
    private final NavigableSet<EventId> unread = new TreeSet<>();

    StationLedger(StationCode station) {
        this.station = station;
    }

    /** Takes note of an event; false when it is here already. */
    boolean take(Event event) {
        if (!isNew(event.id())) {
            return false;
        }
        judgeClock(event);
        return true;
    }

    /** Takes note of an event that can't be read: it is here, it is not understood (EX-1). */
    void quarantine(EventId id) {
        if (isNew(id)) {
            unread.add(id);
        }
    }

    private boolean isNew(EventId id) {
        Epoch epoch = epochs.computeIfAbsent(id.epoch(), any -> new Epoch());
        long sequence = id.sequence();
        if (sequence <= epoch.dense || !epoch.beyond.add(sequence)) {
            return false;
        }
        while (!epoch.beyond.isEmpty() && epoch.beyond.first() == epoch.dense + 1) {
            epoch.dense = epoch.beyond.pollFirst();
        }
        return true;
    }

    private void judgeClock(Event event) {
        boolean jumped = Math.abs(event.clock().offsetMillis()) > CLOCK_LEEWAY.toMillis();
        long behindMillis = event.hlc().millis() - event.time().toEpochMilli();
        boolean behind = behindMillis > CLOCK_LEEWAY.toMillis() + Hlc.FOREIGN_LEAD_MS_MAX;
        if (jumped || behind) {
            suspectBoots.merge(
                    event.clock().boot(), event.id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    void addTo(List<FloorException> exceptions) {
        suspectBoots.values().stream()
                .sorted()
                .forEach(first -> exceptions.add(about(FloorException.Type.CLOCK_SUSPECT, first)));
        epochs.forEach((number, epoch) -> {
            if (!epoch.beyond.isEmpty()) {
                EventId beyond = new EventId(station, number, epoch.beyond.first());
                exceptions.add(about(FloorException.Type.SEQUENCE_GAP, beyond));
            }
        });
        unread.forEach(id -> exceptions.add(about(FloorException.Type.QUARANTINED, id)));
    }

    private FloorException about(FloorException.Type type, EventId claim) {
        return new FloorException(type, null, null, null, station, List.of(claim), null);
    }
}
