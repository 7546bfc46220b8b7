package stint.sync;

import stint.domain.event.Event;
import stint.journal.RecordLog;
import stint.wire.EventBatch;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Events from a bench's two logs; a place is a record of one of them, and which event in it. */
record JournalBodies(RecordLog own, RecordLog feed) implements LogHistory.Bodies {

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

    @Override
    public Collection<Event> at(List<Long> places) {
        List<Event> events = new ArrayList<>(places.size());
        long openRecord = 0;
        List<byte[]> open = List.of();
        try {
            for (long place : places) {
                long record = place >> (EVENT_BITS + FEED_BITS);
                if ((place & 1) == 0) {
                    add(own.read(record, 1).getFirst(), events);
                } else {
                    if (record != openRecord) {
                        open = FeedLog.bodies(feed.read(record, 1).getFirst());
                        openRecord = record;
                    }
                    add(open.get((int) (place >> FEED_BITS) & ((1 << EVENT_BITS) - 1)), events);
                }
            }
            return events;
        } catch (IOException | UnreadableEventException | RuntimeException e) {
            throw new LogUnreadableException("a journal can't be read again", e);
        }
    }

    private static void add(byte[] body, List<Event> events) throws UnreadableEventException {
        StoredEvent.read(body).event().ifPresent(events::add);
    }
}
