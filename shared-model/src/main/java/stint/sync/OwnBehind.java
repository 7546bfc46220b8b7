package stint.sync;

import stint.domain.event.Event;
import stint.wire.StoredEvent;

import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Own events that wait, at a start from a base, for their place among what came with the feed: in
 * the order that they came in, the fold asks for no history that it did not ask for then. Not
 * thread-safe.
 */
final class OwnBehind {

    private final TreeMap<Long, StoredEvent> waiting = new TreeMap<>();

    /** One that waits. */
    void add(long record, StoredEvent event) {
        waiting.put(record, event);
    }

    /** Gives those that were recorded before the base came. */
    void giveUpTo(long record, Consumer<StoredEvent> taker) {
        while (!waiting.isEmpty() && waiting.firstKey() <= record) {
            taker.accept(waiting.pollFirstEntry().getValue());
        }
    }

    /** Gives those that were recorded when no more of the feed was here than what is before. */
    void giveSeenBefore(long position, Consumer<StoredEvent> taker) {
        while (!waiting.isEmpty() && seen(waiting.firstEntry().getValue()) < position) {
            taker.accept(waiting.pollFirstEntry().getValue());
        }
    }

    /** Of one that this release can't read that is not known; it asks for nothing. */
    private static long seen(StoredEvent event) {
        return event.event().map(Event::seen).orElse(0L);
    }
}
