package stint.sync;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.sync.RefusalException.Kind;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.PushHeader;

import java.util.ArrayList;
import java.util.List;

/**
 * A push that agrees with itself: each event reads, has the number its place says, and hashes to
 * what the header claims. Made on the request's thread, so that the single writer has only
 * comparing to do.
 *
 * @param station whose
 * @param epoch of all events
 * @param from the first event's sequence
 * @param previous the chain before the first
 * @param events in order, without a gap
 * @param hashes the chain after each
 */
public record PushedBatch(
        StationCode station,
        int epoch,
        long from,
        Hash previous,
        List<StoredEvent> events,
        List<Hash> hashes) {

    /** Copies the lists. */
    public PushedBatch {
        events = List.copyOf(events);
        hashes = List.copyOf(hashes);
    }

    /** Nothing but the question how far a station's epoch is held. */
    public static PushedBatch question(StationCode station, int epoch) {
        return new PushedBatch(station, epoch, 1, Hash.ZERO, List.of(), List.of());
    }

    /** The last event's sequence; {@code from − 1} when there is none. */
    public long to() {
        return from + events.size() - 1;
    }

    /**
     * Checks a push.
     *
     * @param station the one that pushes, by the request's address
     * @throws RefusalException naming the event at fault
     */
    public static PushedBatch check(StationCode station, EventBatch<PushHeader> push) {
        PushHeader header = push.header();
        if (!header.station().equals(station.value())) {
            throw RefusalException.of(
                    Kind.MALFORMED,
                    "the batch is of " + header.station() + ", the address of " + station);
        }
        if (header.count() != push.bodies().size()) {
            throw RefusalException.of(
                    Kind.MALFORMED,
                    "the header announces "
                            + header.count()
                            + " events, "
                            + push.bodies().size()
                            + " follow");
        }
        if (push.bodies().size() > EventBatch.EVENTS_MAX) {
            throw RefusalException.of(
                    Kind.TOO_LARGE, "a batch has at most " + EventBatch.EVENTS_MAX + " events");
        }
        if (header.epoch() < 1
                || header.from() < 1
                || header.from() > Long.MAX_VALUE - EventBatch.EVENTS_MAX) {
            throw RefusalException.of(Kind.MALFORMED, "epoch and from start at 1");
        }
        Hash previous = hash("previous", header.previous());
        Chain chain = new Chain(previous);
        List<StoredEvent> events = new ArrayList<>(push.bodies().size());
        List<Hash> hashes = new ArrayList<>(push.bodies().size());
        for (byte[] body : push.bodies()) {
            EventId expected = new EventId(station, header.epoch(), header.from() + events.size());
            events.add(read(body, expected));
            hashes.add(chain.append(body));
        }
        if (!chain.head().equals(hash("hash", header.hash()))) {
            throw RefusalException.of(
                    Kind.CHAIN_BROKEN,
                    "the events hash to " + chain.head() + ", the header says " + header.hash());
        }
        return new PushedBatch(station, header.epoch(), header.from(), previous, events, hashes);
    }

    private static StoredEvent read(byte[] body, EventId expected) {
        try {
            StoredEvent event = StoredEvent.read(body);
            if (!event.id().equals(expected)) {
                throw RefusalException.at(
                        expected.sequence(),
                        Kind.EVENT_MISPLACED,
                        event.id() + " stands where " + expected + " belongs");
            }
            return event;
        } catch (UnreadableEventException e) {
            throw RefusalException.at(
                    expected.sequence(), Kind.EVENT_UNREADABLE, expected + ": " + e.getMessage());
        }
    }

    private static Hash hash(String name, String hex) {
        try {
            return Hash.parse(hex);
        } catch (IllegalArgumentException e) {
            throw RefusalException.of(Kind.MALFORMED, name + ": " + e.getMessage());
        }
    }
}
