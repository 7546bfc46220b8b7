package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Event;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.journal.Urgency;
import stint.station.store.StationStore;
import stint.wire.EventBatch;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * All a bench knows: its own events and what it fetched, each in a journal; the floor they come to;
 * and the store behind them. Used by the core's thread.
 */
final class StationMemory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationMemory.class);

    private final StationConfig config;
    private final FloorFold floor = new FloorFold();
    private final Recorder recorder;
    private final OwnLog own;
    private final FeedLog feed;
    private final StationStore store;
    private long lastCommand;

    /**
     * Opens what is in the bench's directory and reads it.
     *
     * @throws IOException when the directory is in use by another process, the disk fails, or a
     *     journal is damaged
     */
    StationMemory(StationConfig config) throws IOException {
        this.config = config;
        recorder = new Recorder(config.station(), config.site());
        Path directory = config.directory();
        // Own events first: what the feed says of them is measured by what we have.
        own = OwnLog.open(config.station(), directory.resolve("own"), this::readOwn);
        try {
            if (!own.startedCleanly()) {
                recorder.startedUncleanly();
            }
            feed = FeedLog.open(directory.resolve("feed"), this::readFeed);
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e;
        }
        try {
            store =
                    StationStore.open(
                            directory.resolve("store"),
                            List.of(own.followed(), feed.followed()),
                            own.startedCleanly());
        } catch (IOException | RuntimeException e) {
            own.close();
            feed.close();
            throw e;
        }
    }

    FloorFold floor() {
        return floor;
    }

    OwnLog own() {
        return own;
    }

    FeedLog feed() {
        return feed;
    }

    StationStore store() {
        return store;
    }

    /** The highest number a command has had here. */
    long lastCommand() {
        return lastCommand;
    }

    private void readOwn(StoredEvent stored) {
        recorder.kept(stored.id());
        stored.event().ifPresent(this::resumeFrom);
        fold(stored);
    }

    private void resumeFrom(Event event) {
        config.clocks().resume(event.clock());
        recorder.kept(event);
        lastCommand = Math.max(lastCommand, event.command());
    }

    private void readFeed(EventBatch<FeedHeader> piece, boolean newGeneration) {
        if (newGeneration) {
            own.forgetMarks();
        }
        piece.bodies().forEach(body -> take(body, null));
    }

    /**
     * Records a fact: when this returns, the event is durable and applied.
     *
     * @throws stint.journal.JournalFullException when there is too little room
     * @throws IOException when the journal takes nothing more
     */
    Event record(long command, OperatorCode operator, Fact fact, TimeReading now)
            throws IOException {
        Event event = recorder.event(operator, fact, now, feed.cursor().position(), command);
        StoredEvent stored = StoredEvent.recorded(event);
        try {
            own.append(stored, urgencyOf(fact)).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        }
        own.kept(stored);
        recorder.kept(event);
        floor.apply(event);
        return event;
    }

    /** What ends or pauses work is taken to the last byte of the disk. */
    private static Urgency urgencyOf(Fact fact) {
        return switch (fact) {
            case WorkFact.Held held -> Urgency.ENDING;
            case WorkFact.SessionEnded ended -> Urgency.ENDING;
            case WorkFact.ShiftEnded ended -> Urgency.ENDING;
            default -> Urgency.NORMAL;
        };
    }

    /** Keeps and folds a piece of the feed. */
    void received(FeedHeader header, List<byte[]> bodies, TimeReading now) throws IOException {
        feed.keep(header, bodies);
        bodies.forEach(body -> take(body, now));
    }

    /**
     * Takes an event of the feed.
     *
     * @param now absent while what was fetched long ago is read again
     */
    private void take(byte[] body, @Nullable TimeReading now) {
        try {
            StoredEvent stored = StoredEvent.read(body);
            own.seenInFeed(stored.id());
            recorder.heardOf(stored.id());
            stored.event()
                    .ifPresent(event -> recorder.heard(event, now == null ? event.clock() : now));
            fold(stored);
        } catch (UnreadableEventException e) {
            LOG.error("the feed brought what is no event; it is skipped", e);
        }
    }

    private void fold(StoredEvent stored) {
        stored.event().ifPresentOrElse(floor::apply, () -> floor.quarantine(stored.id()));
    }

    /** The server's store is another one: it is to be sent everything, and asked for everything. */
    void startOver(String generation) {
        feed.startOver(generation);
        own.forgetMarks();
    }

    /**
     * The server holds other events under our numbers: this disk is not the one that wrote them.
     * They stay here and, as evidence, there; from now on we write under numbers nobody has used.
     */
    void forked(int epoch) {
        LOG.error(
                "epoch {} of {} has forked: this disk was restored, or copied",
                epoch,
                config.station());
        own.abandon(epoch);
        recorder.leave(epoch);
    }

    /** The store is let go first: it reads the journals. */
    @Override
    public void close() {
        store.close();
        closeLog(own);
        closeLog(feed);
    }

    private static void closeLog(AutoCloseable log) {
        try {
            log.close();
        } catch (Exception e) {
            LOG.error("a journal did not close; the next start will be an unclean one", e);
        }
    }
}
