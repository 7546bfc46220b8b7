package stint.server.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.journal.UninterruptedThread;
import stint.sync.Entry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes the index behind the journal, on a thread of its own, once nothing has been written to the
 * journal for a moment, or when it is far behind, or when somebody waits for it. Nobody needs it to
 * read what was committed. One that is of no use is written anew: missing, damaged, of another
 * life, or not closed in order (SYNC "the bench store"). Thread-safe.
 */
final class IndexFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    /** Rows of one transaction. */
    private static final int BATCH = 1_000;

    /** A floor that was away sends all it has, then reads what the others sent. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** Somebody taps every second all day. */
    private static final Duration LATE = Duration.ofSeconds(30);

    /** About ten seconds of writing it: longer a backup should not have to wait. */
    private static final long BEHIND_MAX = 200_000;

    private static final Duration WAIT_MAX = Duration.ofMinutes(2);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

    private final Path directory;
    private final Generation generation;
    private final EventJournal journal;
    private final UninterruptedThread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable EventIndex index;
    private long indexed;
    private long committedAt = System.nanoTime() - QUIET.toNanos();
    private long evenAt = System.nanoTime();
    private int waiting;
    private boolean closing;

    private IndexFollower(Path directory, Generation generation, EventJournal journal) {
        this.directory = directory;
        this.generation = generation;
        this.journal = journal;
        thread = new UninterruptedThread("index", this::run);
    }

    /** Begins to follow. */
    static IndexFollower start(Path directory, Generation generation, EventJournal journal) {
        IndexFollower follower = new IndexFollower(directory, generation, journal);
        follower.thread.start();
        return follower;
    }

    /** Something was committed to the journal. */
    void committed() {
        lock.lock();
        try {
            committedAt = System.nanoTime();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The index, once it has all up to a position. It must not be closed.
     *
     * @throws StoreException when that takes too long, or the store is closed meanwhile
     */
    SqlEvents upTo(long position) {
        lock.lock();
        try {
            waiting++;
            moved.signalAll();
            long left = WAIT_MAX.toNanos();
            EventIndex current = index;
            while ((current == null || indexed < position) && !closing && left > 0) {
                left = moved.awaitNanos(left);
                current = index;
            }
            if (current == null || indexed < position) {
                throw new StoreException("the index is behind the journal; try again later");
            }
            return current.events();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("stopped while waiting for the index", e);
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void run() {
        while (!isClosing()) {
            try {
                follow(open());
            } catch (IOException | RuntimeException e) {
                LOG.error("The index can't be written; it will be written anew", e);
                drop();
                pause();
            }
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private EventIndex open() throws IOException {
        EventIndex opened = usable();
        if (opened == null) {
            EventIndex.delete(directory);
            opened = EventIndex.open(directory);
            opened.begin(generation.name());
            LOG.info("The index is written anew from the journal");
        }
        long last = opened.events().last();
        lock.lock();
        try {
            index = opened;
            indexed = last;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        return opened;
    }

    /** The index that is there, if it can be trusted. */
    private @Nullable EventIndex usable() {
        if (!journal.startedCleanly() || !EventIndex.exists(directory)) {
            return null;
        }
        EventIndex found = null;
        try {
            found = EventIndex.open(directory);
            if (found.generation().equals(generation.name())
                    && found.events().last() <= journal.last()) {
                return found;
            }
        } catch (RuntimeException e) {
            LOG.warn("The index is of no use and will be written anew: {}", e.toString());
        }
        if (found != null) {
            found.close();
        }
        return null;
    }

    private void follow(EventIndex opened) throws IOException {
        List<Entry> batch = new ArrayList<>(BATCH);
        while (awaitTurn()) {
            long from = indexed + 1;
            journal.read(from, from + BATCH - 1, batch::add);
            opened.events().insert(batch);
            lock.lock();
            try {
                indexed = batch.getLast().position();
                moved.signalAll();
            } finally {
                lock.unlock();
            }
            batch.clear();
        }
        opened.close();
    }

    /**
     * Waits until something is to be written and this is the time for it.
     *
     * @return false when it is closed instead
     */
    private boolean awaitTurn() {
        lock.lock();
        try {
            while (!closing) {
                long now = System.nanoTime();
                long behind = journal.last() - indexed;
                if (behind <= 0) {
                    moved.await();
                    evenAt = System.nanoTime();
                    continue;
                }
                long turnIn =
                        Math.min(
                                committedAt + QUIET.toNanos() - now, evenAt + LATE.toNanos() - now);
                if (waiting > 0 || behind > BEHIND_MAX || turnIn <= 0) {
                    return true;
                }
                moved.awaitNanos(turnIn);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the index's thread is not to be interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        lock.lock();
        try {
            EventIndex failed = index;
            index = null;
            indexed = 0;
            if (failed != null) {
                failed.close();
            }
            EventIndex.delete(directory);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index that can't be written can't be removed either", e);
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = RETRY_PAUSE.toNanos();
            while (!closing && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the index's thread is not to be interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Stops where it is; the next start goes on from there. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        thread.joinFully();
    }
}
