package stint.station.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.journal.JournalReader;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the journals for the store, from where the store is. Used by the store's thread. */
final class StoreSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSource.class);

    private final List<Followed> journals;
    private final Map<String, Long> atStart = new HashMap<>();
    private final Map<String, JournalReader> readers = new HashMap<>();

    StoreSource(List<Followed> journals) {
        this.journals = List.copyOf(journals);
        journals.forEach(one -> atStart.put(one.name(), one.lastIndex()));
    }

    /** Whether that is exactly what the journals had when the store was opened. */
    boolean wasAll(Map<String, Long> followed) {
        return followed.equals(atStart);
    }

    /** Whether that is exactly what the journals have. */
    boolean isAll(Map<String, Long> followed) {
        return journals.stream()
                .allMatch(one -> followed.getOrDefault(one.name(), -1L) == one.lastIndex());
    }

    /** Goes on behind what the store has. */
    void continueAfter(Map<String, Long> followed) throws IOException {
        close();
        for (Followed one : journals) {
            long next =
                    Math.max(one.journal().firstIndex(), followed.getOrDefault(one.name(), 0L) + 1);
            readers.put(one.name(), one.reader(next));
        }
    }

    /** What to write next; without events when all is in. */
    Piece next(int eventsMin) throws IOException {
        List<StoredEvent> events = new ArrayList<>();
        Map<String, Long> followed = new HashMap<>();
        for (Followed one : journals) {
            JournalReader reader = readers.get(one.name());
            if (reader == null) {
                throw new IllegalStateException("the journals are not being read");
            }
            boolean more = true;
            while (more && events.size() < eventsMin) {
                byte[] record = reader.next();
                more = record != null;
                if (record != null) {
                    one.content().bodies(record).forEach(body -> add(body, events));
                }
            }
            followed.put(one.name(), reader.nextIndex() - 1);
        }
        return new Piece(events, followed);
    }

    /**
     * Some events and where the store is with them.
     *
     * @param followed the last record of each journal that is in
     */
    record Piece(List<StoredEvent> events, Map<String, Long> followed) {}

    private static void add(byte[] body, List<StoredEvent> events) {
        try {
            events.add(StoredEvent.read(body));
        } catch (UnreadableEventException e) {
            LOG.error("a journal holds what is no event; the store goes without it", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (JournalReader reader : readers.values()) {
            reader.close();
        }
        readers.clear();
    }
}
