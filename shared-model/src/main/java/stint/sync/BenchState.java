package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.floor.FloorFold;
import stint.domain.floor.FoldExport;
import stint.journal.RecordLog;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.Receipt;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.util.List;

/** What a bench makes of what its two logs hold. Not thread-safe. */
final class BenchState {

    private static final Logger LOG = LoggerFactory.getLogger(BenchState.class);

    private final Clocks clocks;
    private final LogIndex index;
    private final FloorFold floor;
    private final Recorder recorder;
    private final OwnLog own;
    private final ServerLog serverLog;
    private final FeedLog feed;
    private final long startedFrom;
    private @Nullable String marksOf;
    private long lastCommand;
    private @Nullable TimeReading lastRecorded;

    /** Parts that nothing is known to, or that were read from a snapshot. */
    record Parts(
            LogIndex index,
            FloorFold floor,
            Recorder recorder,
            OwnLog own,
            ServerLog serverLog,
            FeedLog feed,
            Small small) {}

    /**
     * What fits in no part.
     *
     * @param marksOf whose marks are known: the life of a server's store
     * @param lastCommand the highest number a command has had
     * @param lastRecorded what the clocks said when something was last recorded
     */
    record Small(@Nullable String marksOf, long lastCommand, @Nullable TimeReading lastRecorded) {

        static final Small NONE = new Small(null, 0, null);
    }

    private BenchState(Clocks clocks, Parts parts) {
        this.clocks = clocks;
        index = parts.index();
        floor = parts.floor();
        recorder = parts.recorder();
        own = parts.own();
        serverLog = parts.serverLog();
        feed = parts.feed();
        startedFrom = own.last() + feed.last();
        marksOf = parts.small().marksOf();
        lastCommand = parts.small().lastCommand();
        lastRecorded = parts.small().lastRecorded();
    }

    /**
     * Goes on from the newest snapshot that is of these logs, or from nothing, and reads what
     * follows.
     *
     * @throws IOException when the disk fails, or a log holds what it should not
     */
    static BenchState open(
            StationCode station,
            String site,
            Clocks clocks,
            RecordLog ownEvents,
            RecordLog fetched,
            Keeping keeping)
            throws IOException {
        BenchSnapshot kept = new BenchSnapshot(station, site, ownEvents, fetched, keeping);
        BenchState state = new BenchState(clocks, kept.newest().orElseGet(kept::nothing));
        LOG.info(
                "{} goes on from event {} of its own and piece {} of the feed",
                station,
                state.own.last(),
                state.feed.last());
        if (state.lastRecorded != null) {
            clocks.resume(state.lastRecorded);
        }
        // Own events first: what the feed says of them is measured by what we have.
        state.own.catchUp(state::readOwn);
        if (!ownEvents.startedCleanly()) {
            state.recorder.startedUncleanly();
        }
        state.feed.catchUp(state::readFeed);
        return state;
    }

    private void readOwn(StoredEvent stored, long record) {
        recorder.kept(stored.id());
        stored.event().ifPresent(this::resumeFrom);
        index.add(stored, JournalBodies.ownPlace(record));
        fold(stored);
    }

    private void resumeFrom(Event event) {
        clocks.resume(event.clock());
        recorder.kept(event);
        lastCommand = Math.max(lastCommand, event.command());
        lastRecorded = event.clock();
    }

    private void readFeed(FeedLog.Piece piece) {
        heardOf(piece.events().header().generation());
        take(piece, null);
        signed(piece.events().header());
    }

    /** How many records the snapshot was of. */
    long startedFrom() {
        return startedFrom;
    }

    FloorFold floor() {
        return floor;
    }

    Recorder recorder() {
        return recorder;
    }

    OwnLog own() {
        return own;
    }

    ServerLog serverLog() {
        return serverLog;
    }

    FeedLog feed() {
        return feed;
    }

    long lastCommand() {
        return lastCommand;
    }

    @Nullable TimeReading lastRecorded() {
        return lastRecorded;
    }

    /** An event of our own is durable now. */
    void recorded(Event event, StoredEvent stored) {
        recorder.kept(event);
        lastCommand = Math.max(lastCommand, event.command());
        lastRecorded = event.clock();
        index.add(stored, JournalBodies.ownPlace(own.last()));
        floor.apply(event);
    }

    /**
     * Takes a piece of the feed.
     *
     * @param now absent while what was fetched long ago is read again
     */
    void take(FeedLog.Piece piece, @Nullable TimeReading now) {
        int number = 0;
        for (byte[] body : piece.events().bodies()) {
            take(body, piece.record(), number, now);
            number++;
        }
    }

    private void take(byte[] body, long record, int number, @Nullable TimeReading now) {
        try {
            StoredEvent stored = StoredEvent.read(body);
            if (stored.id().station().equals(StationCode.SERVER)) {
                serverLog.seen(stored.id(), body, record);
            }
            own.came(stored.id(), body, JournalBodies.feedPlace(record, number));
            recorder.heardOf(stored.id());
            stored.event()
                    .ifPresent(event -> recorder.heard(event, now == null ? event.clock() : now));
            index.add(stored, JournalBodies.feedPlace(record, number));
            fold(stored);
        } catch (UnreadableEventException e) {
            LOG.error("the feed brought what is no event; it is skipped", e);
        }
    }

    private void fold(StoredEvent stored) {
        stored.event().ifPresentOrElse(floor::apply, () -> floor.quarantine(stored.id()));
    }

    /** The server gave its word for some of its own. */
    void signed(FeedHeader header) {
        List<Receipt> word = header.own();
        if (word != null) {
            word.forEach(serverLog::signed);
        }
    }

    /** Marks hold for one life of the server's store: another one may lack what they cover. */
    void heardOf(String generation) {
        if (marksOf != null && !marksOf.equals(generation)) {
            own.forgetMarks();
            serverLog.forgetMarks();
        }
        marksOf = generation;
    }

    /** Copies all of it, for another thread to write. */
    Snapshots.Content content(RecordLog ownEvents, RecordLog fetched) throws IOException {
        byte[] parts =
                BenchSnapshot.bytes(
                        ownEvents,
                        fetched,
                        new Parts(
                                index,
                                floor,
                                recorder,
                                own,
                                serverLog,
                                feed,
                                new Small(marksOf, lastCommand, lastRecorded)));
        LogIndex.Copy places = index.copy();
        FoldExport export = floor.export();
        return out -> BenchSnapshot.write(out, parts, places, export);
    }
}
