package stint.sync;

import stint.domain.event.Event;
import stint.journal.RecordLog;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Events from a bench's two logs; a place is a record of one of them, and which event in it.
 *
 * @param returned where those are of which the own record was let go
 * @param kept those of them that no log has to have
 */
record JournalBodies(RecordLog own, RecordLog feed, Returned returned, KeptEvents kept)
        implements LogHistory.Bodies {

    private static final int FEED_BITS = 1;
    private static final int EVENT_BITS = 10;

    static {
        if (EventBatch.EVENTS_MAX > 1 << EVENT_BITS) {
            throw new IllegalStateException("a piece of the feed has more events than places");
        }
    }

    static long ownPlace(long record) {
        return record << (EVENT_BITS + FEED_BITS);
    }

    /**
     * @param event which one in the record, from 0
     */
    static long feedPlace(long record, int event) {
        return ownPlace(record) | (long) event << FEED_BITS | 1;
    }

    /** The same logs, of which nothing is known to have come back. */
    JournalBodies anew() {
        return new JournalBodies(own, feed, new Returned(), kept);
    }

    @Override
    public Collection<Event> at(List<Long> places) {
        List<Event> events = new ArrayList<>(places.size());
        try {
            for (byte[] body : bodies(places)) {
                StoredEvent.read(body).event().ifPresent(events::add);
            }
            return events;
        } catch (UnreadableEventException e) {
            throw new LogUnreadableException("a journal holds what is no event", e);
        }
    }

    /**
     * The bytes of the events at these places, in their order.
     *
     * @throws LogUnreadableException when they can't be had
     */
    List<byte[]> bodies(List<Long> places) {
        List<byte[]> found = new ArrayList<>(places.size());
        long openRecord = 0;
        List<byte[]> open = List.of();
        try {
            for (long wanted : places) {
                long place = kept(wanted);
                long record = place >> (EVENT_BITS + FEED_BITS);
                if ((place & 1) == 0) {
                    found.add(own(record));
                } else {
                    if (record != openRecord) {
                        open = FeedLog.bodies(feed.read(record, 1).getFirst());
                        openRecord = record;
                    }
                    found.add(open.get((int) (place >> FEED_BITS) & ((1 << EVENT_BITS) - 1)));
                }
            }
            return found;
        } catch (IOException | RuntimeException e) {
            throw new LogUnreadableException("a journal can't be read again", e);
        }
    }

    private byte[] own(long record) throws IOException {
        byte[] body = record < own.firstIndex() ? kept.body(record) : null;
        return body == null ? own.read(record, 1).getFirst() : body;
    }

    /** Own records that were let go are kept apart, or are in the log of the feed. */
    private long kept(long place) {
        long record = place >> (EVENT_BITS + FEED_BITS);
        boolean gone = (place & 1) == 0 && record < own.firstIndex() && record > kept.count();
        return gone ? returned.place(record) : place;
    }

    /** The record of the log of the feed that a place is in. */
    static long feedRecord(long place) {
        return place >> (EVENT_BITS + FEED_BITS);
    }

    /**
     * The bytes of own events.
     *
     * @param from the index of the first one
     * @throws LogUnreadableException when they can't be had
     */
    List<byte[]> own(long from, int count) throws IOException {
        long kept = Math.max(from, own.firstIndex());
        List<Long> gone =
                LongStream.range(from, Math.min(from + count, kept))
                        .mapToObj(JournalBodies::ownPlace)
                        .toList();
        if (gone.isEmpty()) {
            return own.read(from, count);
        }
        List<byte[]> found = new ArrayList<>(bodies(gone));
        if (found.size() < count) {
            found.addAll(own.read(kept, count - found.size()));
        }
        return found;
    }

    /** The name of what the log of the feed has at a place: its record and the hash of that. */
    Hash named(long place) throws IOException {
        return BenchSnapshot.hashAt(feed, place >> (EVENT_BITS + FEED_BITS));
    }
}
