package stint.station.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.work.FloorView;
import stint.station.store.Watchdog.StepFailedException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps the database in step with the journals, and replaces it when it fails. Used by the store's
 * thread.
 */
final class StoreKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);

    private static final int BATCH_EVENTS = 500;

    /** After so many databases in a row that failed, the disk or the program is at fault. */
    private static final int FAILURES_MAX = 3;

    private final StoreFiles files;
    private final StoreSource source;
    private final StoreDatabase.Opener opener;
    private final StoreLimits limits;
    private final Watchdog watchdog = new Watchdog("store writer");
    private final Written written = new Written();
    private boolean trusted;
    private boolean keepAside;
    private boolean givenUp;
    private @Nullable StoreDatabase database;

    StoreKeeper(
            StoreFiles files,
            StoreSource source,
            StoreDatabase.Opener opener,
            StoreLimits limits,
            boolean afterCleanStop)
            throws IOException {
        this.files = files;
        this.source = source;
        this.opener = opener;
        this.limits = limits;
        this.trusted = files.takeClosedWell() && afterCleanStop;
    }

    /** Writes all there is; on any failure begins again with a new database. */
    void catchUp(@Nullable FloorView floor) {
        for (int failures = 0; failures < FAILURES_MAX && !givenUp; failures++) {
            try {
                StoreDatabase open = database == null ? open() : database;
                database = open;
                writeAll(open, floor);
                return;
            } catch (StepFailedException e) {
                LOG.error("the local store fails and is built anew from the journal", e);
                discard();
            } catch (IOException e) {
                throw new UncheckedIOException("the journals can't be read for the store", e);
            }
        }
        if (!givenUp) {
            givenUp = true;
            LOG.error("the local store can't be had until the next start; work goes on without");
        }
    }

    /** Answers a query. */
    <T> T ask(Function<StoreDatabase, @Nullable T> query) throws StepFailedException {
        StoreDatabase open = database;
        if (open == null) {
            throw new IllegalStateException("the local store can't be had");
        }
        return watchdog.run("a query", limits.writeMax(), () -> query.apply(open));
    }

    private StoreDatabase open() throws StepFailedException, IOException {
        if (!trusted) {
            files.startAnew(keepAside);
            keepAside = false;
        }
        String file = files.current();
        StoreDatabase opened =
                watchdog.run(
                        "opening the local store",
                        limits.openMax(),
                        () -> {
                            StoreDatabase fresh = opener.open(file);
                            fresh.probe();
                            return fresh;
                        });
        Map<String, Long> followed =
                watchdog.run("reading the local store", limits.openMax(), opened::followed);
        if (trusted && !source.wasAll(followed)) {
            LOG.warn("the local store is not what the journals say, and is built anew");
            close(opened);
            trusted = false;
            return open();
        }
        if (!trusted) {
            written.clear();
        }
        source.continueAfter(followed);
        trusted = true;
        return opened;
    }

    private void writeAll(StoreDatabase open, @Nullable FloorView floor)
            throws StepFailedException, IOException {
        boolean more = true;
        while (more) {
            StoreSource.Piece piece = source.next(BATCH_EVENTS);
            StoreBatch.Changes changes =
                    piece.events().isEmpty() ? written.changes(floor) : StoreBatch.Changes.NONE;
            more = !piece.events().isEmpty() || !changes.isEmpty();
            if (more) {
                StoreBatch batch = new StoreBatch(piece.followed(), piece.events(), changes);
                watchdog.run(
                        "a write",
                        limits.writeMax(),
                        () -> {
                            open.write(batch);
                            return true;
                        });
                written.written(changes);
            }
        }
    }

    /** The database is in doubt; the next catching up begins with a new one. */
    void discard() {
        StoreDatabase failed = database;
        database = null;
        trusted = false;
        if (failed != null) {
            try {
                close(failed);
            } catch (StepFailedException e) {
                LOG.warn("the failed store can't be closed and stays open until the end", e);
            }
        }
        keepAside = true;
    }

    private void close(StoreDatabase open) throws StepFailedException {
        watchdog.run(
                "closing the local store",
                limits.closeMax(),
                () -> {
                    open.close();
                    return true;
                });
    }

    /** Closes; true when the database is complete and may be trusted at the next start. */
    boolean close() {
        StoreDatabase open = database;
        try (source) {
            if (open == null) {
                return false;
            }
            Map<String, Long> followed =
                    watchdog.run("reading the local store", limits.writeMax(), open::followed);
            boolean complete = source.isAll(followed);
            close(open);
            if (complete) {
                files.markClosedWell();
            }
            return complete;
        } catch (StepFailedException | IOException e) {
            LOG.warn("the local store was not closed well", e);
            return false;
        } finally {
            watchdog.end();
        }
    }
}
