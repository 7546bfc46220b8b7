package stint.server.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.journal.JournalFullException;
import stint.sync.Entry;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The server's store in one directory. The journal is the truth; the index behind it is checked at
 * the start and written anew whenever there is doubt: missing, damaged, behind, of another life, or
 * not closed in order (SYNC "the bench store").
 *
 * <p>One thread writes; any thread reads bodies.
 */
public final class ServerStore implements SiteStore {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStore.class);

    private static final int REBUILD_BATCH = 1_000;

    private final Path directory;
    private final EventJournal journal;
    private final Forks forks;
    private final Generation generation;
    private final EventIndex index;
    private final SafeFile safe;

    private ServerStore(
            Path directory,
            EventJournal journal,
            Forks forks,
            Generation generation,
            EventIndex index,
            SafeFile safe) {
        this.directory = directory;
        this.journal = journal;
        this.forks = forks;
        this.generation = generation;
        this.index = index;
        this.safe = safe;
    }

    /**
     * Opens or creates the store.
     *
     * @throws StoreException when the directory is in use or the journal can't be read
     */
    public static ServerStore open(Path directory) {
        EventJournal journal = null;
        try {
            journal = EventJournal.open(directory.resolve("journal"));
            Generation generation = Generation.open(directory, journal.last());
            Forks forks = Forks.open(directory.resolve("forks"));
            EventIndex index = openIndex(directory, generation, journal);
            SafeFile safe = SafeFile.open(directory, generation.name());
            return new ServerStore(directory, journal, forks, generation, index, safe);
        } catch (IOException | RuntimeException e) {
            closeQuietly(journal);
            throw e instanceof StoreException known
                    ? known
                    : new StoreException("the store can't be opened", e);
        }
    }

    private static EventIndex openIndex(Path directory, Generation generation, EventJournal journal)
            throws IOException {
        EventIndex index = usable(directory, generation, journal);
        if (index != null) {
            return index;
        }
        long start = System.nanoTime();
        EventIndex fresh = fresh(directory, generation);
        fill(fresh, journal);
        if (journal.last() > 0) {
            LOG.info(
                    "The index was written anew from the journal: {} events in {} ms",
                    journal.last(),
                    (System.nanoTime() - start) / 1_000_000);
        }
        return fresh;
    }

    private static EventIndex fresh(Path directory, Generation generation) throws IOException {
        EventIndex.delete(directory);
        EventIndex fresh = EventIndex.open(directory);
        fresh.begin(generation.name());
        return fresh;
    }

    private static void fill(EventIndex index, EventJournal journal) throws IOException {
        List<Entry> batch = new ArrayList<>(REBUILD_BATCH);
        journal.replay(
                0,
                entry -> {
                    batch.add(entry);
                    if (batch.size() == REBUILD_BATCH) {
                        index.events().insert(batch);
                        batch.clear();
                    }
                });
        if (!batch.isEmpty()) {
            index.events().insert(batch);
        }
    }

    /** The index that is there, if it can be trusted. */
    private static @Nullable EventIndex usable(
            Path directory, Generation generation, EventJournal journal) {
        if (!journal.startedCleanly()) {
            return null;
        }
        EventIndex index = null;
        try {
            index = EventIndex.open(directory);
            if (index.generation().equals(generation.name())
                    && index.events().last() == journal.last()) {
                return index;
            }
        } catch (RuntimeException e) {
            LOG.warn("The index is of no use and will be written anew: {}", e.toString());
        }
        if (index != null) {
            index.close();
        }
        return null;
    }

    @Override
    public String generation() {
        return generation.name();
    }

    @Override
    public long bornAt() {
        return generation.bornAt();
    }

    @Override
    public long last() {
        return journal.last();
    }

    @Override
    public void replay(long after, Consumer<Entry> listener) {
        try {
            journal.replay(after, listener);
        } catch (IOException e) {
            throw new StoreException("the journal can't be read", e);
        }
    }

    /**
     * Makes entries durable, then readable. They continue the positions without a gap.
     *
     * @throws StoreFullException when there is no room; nothing has changed
     * @throws StoreException when something broke; close the store then, and open it again
     */
    @Override
    public void commit(List<Entry> entries) {
        try {
            journal.append(entries);
        } catch (JournalFullException e) {
            throw new StoreFullException(e);
        } catch (IOException e) {
            throw new StoreException("the journal can't be written", e);
        }
        try {
            index.events().insert(entries);
        } catch (RuntimeException e) {
            throw new StoreException("the index can't be written; the journal has the events", e);
        }
    }

    @Override
    public List<byte[]> bodies(long from, long to) {
        return index.events().bodies(from, to);
    }

    @Override
    public Map<Long, Hash> hashes(StationCode station, int epoch, long from, long to) {
        return index.events().hashes(station, epoch, from, to);
    }

    @Override
    public void entries(long from, long to, Consumer<Entry> reader) {
        try {
            journal.read(from, to, reader);
        } catch (IOException e) {
            throw new StoreException("the journal can't be read", e);
        }
    }

    @Override
    public List<EventId> marksAt(long position) {
        return index.events().marksAt(position);
    }

    @Override
    public Verification.Result verify(long position, Runnable working) {
        Verification verification = new Verification();
        IndexRows rows = new IndexRows(index.events(), position);
        try {
            journal.records(
                    1,
                    position,
                    (at, record) -> {
                        if (record.length < Hash.LENGTH) {
                            verification.say(at, "no event stands here any more");
                            return;
                        }
                        byte[] previous = Arrays.copyOf(record, Hash.LENGTH);
                        byte[] body = Arrays.copyOfRange(record, Hash.LENGTH, record.length);
                        Entry entry = verification.take(at, null, previous, null, body);
                        verification.compare(entry, at, rows.at(at));
                        if (at % IndexRows.CHUNK == 0) {
                            working.run();
                        }
                    });
            verification.missingUpTo(position);
        } catch (IOException e) {
            verification.say(0, String.valueOf(e.getMessage()));
        }
        index.events().verifyCount(position, verification);
        return verification.result();
    }

    @Override
    public long safe() {
        return safe.position();
    }

    @Override
    public void backedUp(long position) {
        try {
            safe.moveTo(position);
        } catch (IOException e) {
            throw new StoreException("the mark of a backup can't be kept", e);
        }
    }

    @Override
    public void keepFork(EventId parting, long from, Hash previous, List<StoredEvent> events) {
        try {
            forks.keep(parting, from, previous, events);
        } catch (IOException e) {
            throw new StoreException("a fork can't be kept", e);
        }
    }

    /** {@inheritDoc} The writer's thread only. */
    @Override
    public List<EventId> forks() {
        return forks.partings();
    }

    @Override
    public void close() {
        try {
            index.close();
            journal.close();
        } catch (IOException e) {
            LOG.warn("The store did not close in order; its index will be written anew", e);
        }
        LOG.debug("Closed {}", directory);
    }

    private static void closeQuietly(@Nullable AutoCloseable closeable) {
        if (closeable != null) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.debug("Closing after a failure failed too", e);
            }
        }
    }
}
