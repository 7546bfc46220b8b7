package stint.domain.floor;

import org.jspecify.annotations.Nullable;

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
 * A station's own sequence: its events that are at hand, and what the sequence tells: which events
 * were given, holes, clocks that disagree, facts that can't be read (EV-2, SN-4, EX-1). Used by one
 * thread.
 */
final class StationLedger {

    /** A clock this far from the floor's common time makes its readings suspect. */
    static final Duration CLOCK_LEEWAY = Duration.ofSeconds(60);

    private static final long LEEWAY_MILLIS = CLOCK_LEEWAY.toMillis();

    /** Per epoch: everything up to {@code dense} is here, and some beyond. */
    private static final class Epoch {
        private final int number;
        private long dense;
        private final TreeSet<Long> beyond = new TreeSet<>();
        private final HeldEvents held = new HeldEvents();

        Epoch(int number) {
            this.number = number;
        }

        boolean take(long sequence) {
            if (sequence == dense + 1 && beyond.isEmpty()) {
                dense = sequence;
                return true;
            }
            if (holds(sequence)) {
                return false;
            }
            beyond.add(sequence);
            while (!beyond.isEmpty() && beyond.first() == dense + 1) {
                dense = beyond.pollFirst();
            }
            return true;
        }

        boolean holds(long sequence) {
            return sequence <= dense || beyond.contains(sequence);
        }
    }

    private final StationCode station;
    private final Map<Integer, Epoch> epochs = new TreeMap<>();
    private @Nullable Epoch current;
    private final Map<Long, EventId> suspectBoots = new TreeMap<>();
    private final NavigableSet<EventId> unread = new TreeSet<>();

    StationLedger(StationCode station) {
        this.station = station;
    }

    StationLedger(FoldExport.OfStation exported) {
        this(exported.station());
        exported.epochs()
                .forEach((number, held) -> {
                    Epoch epoch = epoch(number);
                    epoch.dense = held.dense();
                    epoch.beyond.addAll(held.beyond());
                });
        suspectBoots.putAll(exported.suspectBoots());
        unread.addAll(exported.unread());
    }

    FoldExport.OfStation export() {
        Map<Integer, FoldExport.OfEpoch> held = new TreeMap<>();
        epochs.forEach((number, epoch) ->
                held.put(number, new FoldExport.OfEpoch(epoch.dense, epoch.beyond)));
        return new FoldExport.OfStation(station, held, suspectBoots, unread);
    }

    /** Takes note of an event; false when it is here already. */
    boolean take(Event event) {
        Epoch epoch = epoch(event.id().epoch());
        if (!epoch.take(event.id().sequence())) {
            return false;
        }
        epoch.held.put(event);
        judgeClock(event);
        return true;
    }

    /** Keeps an event at hand that was taken elsewhere. */
    void hold(Event event) {
        epoch(event.id().epoch()).held.put(event);
    }

    /** An event that is at hand. */
    @Nullable Event event(EventId id) {
        Epoch epoch = epochs.get(id.epoch());
        return epoch == null ? null : epoch.held.get(id.sequence());
    }

    /** Lets go of an event. */
    void letGo(EventId id) {
        epoch(id.epoch()).held.letGo(id.sequence());
    }

    /** The events at hand, in no order. */
    List<Event> events() {
        return epochs.values().stream().flatMap(epoch -> epoch.held.all().stream()).toList();
    }

    /** Takes note of an event that can't be read: it is here, it is not understood (EX-1). */
    void quarantine(EventId id) {
        if (epoch(id.epoch()).take(id.sequence())) {
            unread.add(id);
        }
    }

    /** Whether an event is here, and was understood. */
    boolean holds(EventId id) {
        Epoch epoch = epochs.get(id.epoch());
        return epoch != null && epoch.holds(id.sequence()) && !unread.contains(id);
    }

    private Epoch epoch(int number) {
        Epoch epoch = current;
        if (epoch == null || epoch.number != number) {
            epoch = epochs.computeIfAbsent(number, Epoch::new);
            current = epoch;
        }
        return epoch;
    }

    private void judgeClock(Event event) {
        boolean jumped = Math.abs(event.clock().offsetMillis()) > LEEWAY_MILLIS;
        long behindMillis = event.hlc().millis() - event.time().toEpochMilli();
        boolean behind = behindMillis > LEEWAY_MILLIS + Hlc.FOREIGN_LEAD_MS_MAX;
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
