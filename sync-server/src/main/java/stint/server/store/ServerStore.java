package stint.server.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.journal.JournalFullException;
import stint.sync.Entry;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The server's store in one directory. The journal is the truth, and what is committed is read from
 * it; the index of {@link IndexFollower} comes behind it.
 *
 * <p>One thread writes; any thread reads bodies and hashes.
 */
public final class ServerStore implements SiteStore {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStore.class);

    private final Path directory;
    private final EventJournal journal;
    private final Forks forks;
    private final Generation generation;
    private final IndexFollower index;
    private final SafeFile safe;
    private final PictureStore pictures;

    private ServerStore(
            Path directory,
            EventJournal journal,
            Forks forks,
            Generation generation,
            IndexFollower index,
            SafeFile safe) {
        this.directory = directory;
        this.journal = journal;
        this.forks = forks;
        this.generation = generation;
        this.index = index;
        this.safe = safe;
        pictures = new PictureFiles(directory);
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
            SafeFile safe = SafeFile.open(directory, generation.name());
            IndexFollower index = IndexFollower.start(directory, generation, journal);
            return new ServerStore(directory, journal, forks, generation, index, safe);
        } catch (IOException | RuntimeException e) {
            closeQuietly(journal);
            throw e instanceof StoreException known
                    ? known
                    : new StoreException("the store can't be opened", e);
        }
    }

    @Override
    public PictureStore pictures() {
        return pictures;
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
        index.committed();
    }

    @Override
    public List<byte[]> bodies(long from, long to) {
        return read(from, to, record -> Arrays.copyOfRange(record, Hash.LENGTH, record.length));
    }

    @Override
    public List<Hash> hashes(long from, long to) {
        return read(from, to, ServerStore::hashAfter);
    }

    private static Hash hashAfter(byte[] record) {
        Hash previous = Hash.of(Arrays.copyOf(record, Hash.LENGTH));
        return Chain.next(previous, Arrays.copyOfRange(record, Hash.LENGTH, record.length));
    }

    private <T> List<T> read(long from, long to, Function<byte[], T> part) {
        List<T> parts = new ArrayList<>((int) (to - from + 1));
        try {
            journal.records(from, to, (position, record) -> parts.add(part.apply(record)));
        } catch (IOException e) {
            throw new StoreException("the journal can't be read", e);
        }
        return parts;
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
        return index.upTo(position).marksAt(position);
    }

    @Override
    public Verification.Result verify(long position, Runnable working) {
        Verification verification = new Verification();
        SqlEvents events = index.upTo(position);
        IndexRows rows = new IndexRows(events, position);
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
        events.verifyCount(position, verification);
        verification.takePictures(pictures, working);
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
