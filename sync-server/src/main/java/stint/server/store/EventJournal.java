package stint.server.store;

import stint.journal.Journal;
import stint.journal.JournalFullException;
import stint.journal.JournalOptions;
import stint.journal.JournalReader;
import stint.sync.Entry;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The events in the journal: record n is the event at position n, as the hash before it and its
 * exact bytes. So every hash can be computed again, and a rebuilt index has the same positions.
 */
final class EventJournal implements AutoCloseable {

    private final Journal journal;

    private EventJournal(Journal journal) {
        this.journal = journal;
    }

    static EventJournal open(Path directory) throws IOException {
        return new EventJournal(Journal.open(directory, JournalOptions.forServer()));
    }

    /** The last position. */
    long last() {
        return journal.lastIndex();
    }

    /** Whether the last owner closed it in order. */
    boolean startedCleanly() {
        return journal.startedCleanly();
    }

    /**
     * Appends entries and waits until they are on the disk.
     *
     * @throws JournalFullException when there is no room; nothing was recorded
     */
    void append(List<Entry> entries) throws IOException {
        List<byte[]> records = entries.stream().map(EventJournal::record).toList();
        try {
            long last = journal.append(records).toCompletableFuture().join();
            if (last != entries.getLast().position()) {
                throw new IOException(
                        "the journal ends at "
                                + last
                                + ", the feed at "
                                + entries.getLast().position());
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private static byte[] record(Entry entry) {
        byte[] body = entry.event().body();
        byte[] record = Arrays.copyOf(entry.previous().toBytes(), Hash.LENGTH + body.length);
        System.arraycopy(body, 0, record, Hash.LENGTH, body.length);
        return record;
    }

    /** Reads everything, in order. */
    void replay(Consumer<Entry> listener) throws IOException {
        try (JournalReader reader = journal.reader(1)) {
            long position = 1;
            for (byte[] record = reader.next(); record != null; record = reader.next()) {
                listener.accept(entry(position, record));
                position++;
            }
        }
    }

    private static Entry entry(long position, byte[] record) throws IOException {
        try {
            Hash previous = Hash.of(Arrays.copyOf(record, Hash.LENGTH));
            byte[] body = Arrays.copyOfRange(record, Hash.LENGTH, record.length);
            return new Entry(
                    position, previous, Chain.next(previous, body), StoredEvent.read(body));
        } catch (IllegalArgumentException | UnreadableEventException e) {
            throw new IOException(
                    "position " + position + " holds no event; it did when it was written", e);
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
