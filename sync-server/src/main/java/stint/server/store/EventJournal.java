package stint.server.store;

import stint.journal.Journal;
import stint.journal.JournalFullException;
import stint.journal.JournalOptions;
import stint.journal.JournalReader;
import stint.sync.Entry;

import java.io.IOException;
import java.nio.file.Path;
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
        List<byte[]> records = entries.stream().map(Entry::toRecord).toList();
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

    /** Reads everything after a position, in order. */
    void replay(long after, Consumer<Entry> listener) throws IOException {
        read(after + 1, Long.MAX_VALUE, listener);
    }

    /** Reads what is durable from one position to another, in order; on any thread. */
    void read(long from, long to, Consumer<Entry> listener) throws IOException {
        records(from, to, (position, record) -> listener.accept(Entry.ofRecord(position, record)));
    }

    /** Is given records as they are. */
    interface Records {

        void record(long position, byte[] bytes) throws IOException;
    }

    /** As {@link #read}, whatever the records hold. */
    void records(long from, long to, Records listener) throws IOException {
        try (JournalReader reader = journal.reader(from)) {
            long position = from;
            byte[] record = position <= to ? reader.next() : null;
            while (record != null) {
                listener.record(position, record);
                position++;
                record = position <= to ? reader.next() : null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
