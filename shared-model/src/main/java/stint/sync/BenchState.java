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
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryPiece;
import stint.wire.protocol.Receipt;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a bench makes of what its two logs hold. Not thread-safe. */
final class BenchState {

    private static final Logger LOG = LoggerFactory.getLogger(BenchState.class);

    private final @Nullable Clocks clocks;
    private BenchSnapshot kept;
    private final LogIndex index;
    private final JournalBodies bodies;
    private final Elsewhere elsewhere;
    private FloorFold floor;
    private final Recorder recorder;
    private final OwnLog own;
    private final ServerLog serverLog;
    private final FeedLog feed;
    private final long startedFrom;
    private boolean rereading;
    private final OwnBehind ownBehind = new OwnBehind();
    private @Nullable String marksOf;
    private long lastCommand;
    private @Nullable TimeReading lastRecorded;

    /** Parts that nothing is known to, or that were read from a snapshot. */
    record Parts(
            LogIndex index,
            JournalBodies bodies,
            Elsewhere elsewhere,
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

    private BenchState(@Nullable Clocks clocks, BenchSnapshot kept, Parts parts) {
        this.clocks = clocks;
        this.kept = kept;
        index = parts.index();
        bodies = parts.bodies();
        elsewhere = parts.elsewhere();
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
     * @param clocks absent within a run: they go on as they are, and so does its epoch
     * @throws IOException when the disk fails, or a log holds what it should not
     */
    static BenchState open(@Nullable Clocks clocks, BenchSnapshot kept) throws IOException {
        Optional<Parts> newest = kept.newest();
        BenchState state =
                new BenchState(clocks, kept, newest.orElseGet(() -> kept.beginning(null)));
        state.begin();
        state.own.catchUp(state::readOwn, state::readApart);
        state.began();
        if (newest.isEmpty()) {
            state.passOver();
        }
        state.feed.catchUp(state::readFeed);
        return state;
    }

    /**
     * Goes on from the newest snapshot that is of these logs and the base, or from the base, and
     * reads what follows.
     *
     * @param clocks as for the other
     * @throws HistoryElsewhereException when something speaks of what is not here
     * @throws IOException when the disk fails, or a log holds what it should not
     */
    static BenchState open(@Nullable Clocks clocks, BenchSnapshot kept, Base base)
            throws IOException {
        Optional<Parts> newest = kept.newest();
        BenchState state =
                new BenchState(clocks, kept, newest.orElseGet(() -> kept.beginning(base)));
        state.begin();
        state.rereading = true;
        state.floor.keepAll(true);
        state.own.catchUp(state::readOwn, state::readApart);
        state.began();
        if (newest.isEmpty()) {
            state.passOver();
            state.goOnFrom(base);
        }
        state.ownBehind.giveUpTo(kept.standing().ownBefore(), state::fold);
        state.floor.upToDate();
        state.feed.catchUp(piece -> {
            if (piece.events().header().history() == null) {
                state.ownBehind.giveSeenBefore(piece.events().header().from(), state::fold);
            } // Own events may have waited for an answer.
            state.readFeed(piece);
            state.floor.upToDate();
        });
        state.ownBehind.giveSeenBefore(Long.MAX_VALUE, state::fold);
        state.rereading = false;
        state.floor.upToDate();
        state.floor.keepAll(false);
        return state;
    }

    /** Of the same run: knows what was recorded in it. */
    void goOnAs(BenchState before) {
        recorder.goOnAs(before.recorder);
        lastCommand = Math.max(lastCommand, before.lastCommand);
        lastRecorded = before.lastRecorded == null ? lastRecorded : before.lastRecorded;
    }

    private void passOver() throws IOException {
        feed.passOver(this::readPassedOver);
        serverLog.forgetMarks();
    }

    private void goOnFrom(Base base) {
        heardOf(base.generation());
        own.heldBy(base.marks());
        serverLog.heldBy(Standing.serverLog(base));
        recorder.heard(base);
    }

    private void begin() {
        LOG.info(
                "{} goes on from event {} of its own and piece {} of the feed",
                kept.station(),
                own.last(),
                feed.last());
        if (lastRecorded != null && clocks != null) {
            clocks.resume(lastRecorded);
        }
    }

    /** Own events come first: what the feed says of them is measured by what we have. */
    private void began() {
        if (clocks != null && !kept.ownEvents().startedCleanly()) {
            recorder.startedUncleanly();
        }
    }

    private void readOwn(StoredEvent stored, long record) {
        recorder.kept(stored.id());
        stored.event().ifPresent(this::resumeFrom);
        readApart(stored, record);
    }

    /** Numbers and clocks go on from what came after it; whatever the server lost, it happened. */
    private void readApart(StoredEvent stored, long record) {
        index.add(stored, JournalBodies.ownPlace(record));
        if (rereading) {
            ownBehind.add(record, stored);
        } else {
            fold(stored);
        }
    }

    private void resumeFrom(Event event) {
        if (clocks != null) {
            clocks.resume(event.clock());
        }
        recorder.kept(event);
        lastCommand = Math.max(lastCommand, event.command());
        lastRecorded = event.clock();
    }

    /** What something else stands for; only the server's own log is still looked at. */
    private void readPassedOver(FeedLog.Piece piece) {
        for (byte[] body : piece.events().bodies()) {
            try {
                StoredEvent stored = StoredEvent.read(body);
                if (stored.id().station().equals(StationCode.SERVER)) {
                    serverLog.seen(stored.id(), body, piece.record());
                }
            } catch (UnreadableEventException e) {
                LOG.debug("It was said when it came", e);
            }
        }
        signed(piece.events().header());
    }

    private void readFeed(FeedLog.Piece piece) {
        if (piece.events().header().history() != null) {
            remember(piece);
            return;
        }
        heardOf(piece.events().header().generation());
        take(piece, null);
        signed(piece.events().header());
    }

    /** Takes note of what is no piece of the feed: what was before the base is in its state. */
    void remember(FeedLog.Piece piece) {
        HistoryPiece history = piece.events().header().history();
        int number = 0;
        for (byte[] body : piece.events().bodies()) {
            try {
                index.add(StoredEvent.read(body), JournalBodies.feedPlace(piece.record(), number));
            } catch (UnreadableEventException e) {
                LOG.error("the server remembers what is no event; it is skipped", e);
            }
            number++;
        }
        if (history != null && history.next() == 0) {
            elsewhere.answered(history.query());
        }
    }

    /**
     * As {@link Ahead#of}.
     *
     * @param given is asked only where something is not here: reading events takes long
     */
    @Nullable Ahead ahead(Supplier<List<Event>> given) {
        return elsewhere.isNothing()
                ? null
                : Ahead.of(
                        floor,
                        new LogHistory(index, bodies, elsewhere),
                        kept.keeping().keep(),
                        given.get());
    }

    /** What was tried is in a log now. */
    private void goOnWith(@Nullable Ahead ahead) {
        if (ahead != null) {
            floor = ahead.kept();
        }
    }

    /** How many records the snapshot was of. */
    long startedFrom() {
        return startedFrom;
    }

    /** Something else stands for what is before. */
    void keptAs(BenchSnapshot now) {
        kept = now;
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
    void recorded(Event event, StoredEvent stored, @Nullable Ahead ahead) {
        recorder.kept(event);
        lastCommand = Math.max(lastCommand, event.command());
        lastRecorded = event.clock();
        index.add(stored, JournalBodies.ownPlace(own.last()));
        goOnWith(ahead);
        floor.apply(event);
    }

    /**
     * Takes a piece of the feed.
     *
     * @param ahead the fold that has tried it; absent where that was not needed
     */
    void take(FeedLog.Piece piece, TimeReading now, @Nullable Ahead ahead) {
        int number = 0;
        if (ahead != null) {
            for (byte[] body : piece.events().bodies()) {
                note(body, JournalBodies.feedPlace(piece.record(), number));
                number++;
            }
            goOnWith(ahead);
        }
        take(piece, now);
    }

    /** The fold may ask for any of them from now on. */
    private void note(byte[] body, long place) {
        try {
            index.add(StoredEvent.read(body), place);
        } catch (UnreadableEventException e) {
            LOG.debug("It is said when it is taken", e);
        }
    }

    /**
     * Takes a piece of the feed.
     *
     * @param now absent while what was fetched long ago is read again
     */
    private void take(FeedLog.Piece piece, @Nullable TimeReading now) {
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
    Snapshots.Content content() throws IOException {
        byte[] parts =
                kept.bytes(
                        new Parts(
                                index,
                                bodies,
                                elsewhere,
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
