package stint.station.core;

import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.station.store.Followed;
import stint.station.store.StationStore;
import stint.sync.Bench;
import stint.sync.FeedLog;
import stint.sync.Keeping;
import stint.sync.SnapshotKeeper;
import stint.wire.snapshot.SnapshotFiles;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A bench on its disk: its journals, and the store behind them. Used by the core's thread. */
final class StationMemory implements AutoCloseable {

    private final Bench bench;
    private final SnapshotKeeper keeper;
    private final StationStore store;

    /**
     * Opens what is in the bench's directory and reads it.
     *
     * @throws IOException when the directory is in use by another process, the disk fails, or a
     *     journal is damaged
     */
    StationMemory(StationConfig config) throws IOException {
        Path directory = config.directory();
        Journal own = Journal.open(directory.resolve("own"), JournalOptions.forBench());
        Journal feed;
        try {
            feed = Journal.open(directory.resolve("feed"), JournalOptions.forBench());
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e;
        }
        Snapshots snapshots = SnapshotFiles.in(directory.resolve("snapshots"));
        bench =
                new Bench(
                        config.station(),
                        config.site(),
                        config.clocks(),
                        own,
                        feed,
                        Keeping.with(snapshots));
        keeper =
                new SnapshotKeeper(
                        snapshots,
                        config.snapshots(),
                        "snapshots-" + config.station(),
                        bench.startedFrom());
        try {
            store =
                    StationStore.open(
                            directory.resolve("store"),
                            List.of(
                                    new Followed("own", own, List::of),
                                    new Followed("feed", feed, FeedLog::bodies)),
                            own.startedCleanly());
        } catch (IOException | RuntimeException e) {
            keeper.close();
            bench.close();
            throw e;
        }
    }

    /**
     * Takes a snapshot for the next start, if one is due, and lets go of what is kept twice; not
     * between a tap and its answer.
     */
    void tidy() {
        bench.letGo();
        keeper.progressed(bench.progress(), bench::snapshot);
    }

    /** What it knows. */
    Bench bench() {
        return bench;
    }

    StationStore store() {
        return store;
    }

    /** The store is let go first: it reads the journals. */
    @Override
    public void close() {
        keeper.stop(bench.progress(), bench::snapshot);
        store.close();
        bench.close();
    }
}
