package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.SessionRule;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.journal.JournalFullException;
import stint.journal.RecordLog;
import stint.journal.Urgency;
import stint.wire.EventBatch;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.Receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All a bench knows: its own events and what it fetched, each in a log, and the floor they come to.
 * Threads, sockets and files are around it, not in it. Not thread-safe.
 */
public final class Bench implements SyncPort, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private final StationCode station;
    private final Clocks clocks;
    private final RecordLog ownEvents;
    private final RecordLog fetched;
    private final FloorFold floor = new FloorFold();
    private final Recorder recorder;
    private final OwnLog own;
    private final ServerLog serverLog = new ServerLog();
    private final FeedLog feed;
    private @Nullable String marksOf;
    private long lastCommand;
    private @Nullable TimeReading lastRecorded;

    /**
     * Reads what the logs hold. Closing the bench closes them; so does a failure here.
     *
     * @param ownEvents one event in each record
     * @param fetched one piece of the feed in each record
     * @throws IOException when the disk fails, or a log holds what it should not
     */
    public Bench(
            StationCode station, String site, Clocks clocks, RecordLog ownEvents, RecordLog fetched)
            throws IOException {
        this.station = station;
        this.clocks = clocks;
        this.ownEvents = ownEvents;
        this.fetched = fetched;
        recorder = new Recorder(station, site);
        try {
            // Own events first: what the feed says of them is measured by what we have.
            own = OwnLog.open(station, ownEvents, this::readOwn);
            if (!ownEvents.startedCleanly()) {
                recorder.startedUncleanly();
            }
            feed = FeedLog.open(fetched, this::readFeed);
        } catch (IOException | RuntimeException e) {
            ownEvents.close();
            fetched.close();
            throw e;
        }
    }

    private void readOwn(StoredEvent stored) {
        recorder.kept(stored.id());
        stored.event().ifPresent(this::resumeFrom);
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

    /** The floor with its log, for deciding. */
    public FloorFold floor() {
        return floor;
    }

    /** The highest number a command has had here. */
    public long lastCommand() {
        return lastCommand;
    }

    /** What the clocks said when this bench last recorded something; absent when it never did. */
    public @Nullable TimeReading lastRecorded() {
        return lastRecorded;
    }

    /** How many own events the server is not known to have. */
    public long unsentCount() {
        return own.unsent();
    }

    /** The last of its events that the server is known to have, by epoch. */
    public Map<Integer, Long> marks() {
        return own.marks();
    }

    /** The oldest of those it is not known to have, to know since when (SY-1). */
    public Optional<StoredEvent> oldestUnsent() {
        return own.oldestUnsent();
    }

    /**
     * Records a fact: when this returns, the event is durable and applied.
     *
     * @param operator absent where the bench itself observed it (EV-1)
     * @throws JournalFullException when there is too little room
     * @throws IOException when the log takes nothing more
     */
    public Event record(long command, @Nullable OperatorCode operator, Fact fact, TimeReading now)
            throws IOException {
        Event event = recorder.event(operator, fact, now, feed.cursor().position(), command);
        own.append(StoredEvent.recorded(event), urgencyOf(fact));
        recorder.kept(event);
        lastRecorded = now;
        floor.apply(event);
        return event;
    }

    /** What ends or pauses work is taken to the last byte of the disk. */
    private static Urgency urgencyOf(Fact fact) {
        return switch (fact) {
            case WorkFact.Held held -> Urgency.ENDING;
            case WorkFact.SessionEnded ended -> Urgency.ENDING;
            case WorkFact.ShiftEnded ended -> Urgency.ENDING;
            case StationFact.SignedOff off -> Urgency.ENDING;
            case StationFact.Left left -> Urgency.ENDING;
            case SessionRule rule -> Urgency.ENDING;
            default -> Urgency.NORMAL;
        };
    }

    @Override
    public StationCode station() {
        return station;
    }

    @Override
    public Optional<EventBatch<PushHeader>> unsent(int eventsMax) {
        return own.unsent(eventsMax);
    }

    @Override
    public void acknowledged(PushReply reply) {
        heardOf(reply.generation());
        own.acknowledged(reply);
    }

    /**
     * The server holds other events under our numbers: this disk is not the one that wrote them.
     * They stay here and, as evidence, there; from now on we write under numbers nobody has used.
     */
    @Override
    public void forked(int epoch) {
        LOG.error("epoch {} of {} has forked: this disk was restored, or copied", epoch, station);
        own.abandon(epoch);
        recorder.leave(epoch);
    }

    @Override
    public Optional<EventBatch<PushHeader>> owed(int eventsMax) {
        return serverLog.owed(eventsMax, feed);
    }

    @Override
    public void returned(PushReply reply) {
        heardOf(reply.generation());
        serverLog.acknowledged(reply.epoch(), reply.mark());
    }

    @Override
    public void unwanted(int epoch) {
        LOG.error("the server's epoch {} has other events than were read here", epoch);
        serverLog.unwanted(epoch);
    }

    @Override
    public Cursor cursor() {
        return feed.cursor();
    }

    @Override
    public void received(FeedHeader header, List<byte[]> bodies) {
        heardOf(header.generation());
        if (!bodies.isEmpty()) {
            try {
                take(feed.keep(header, bodies), clocks.read());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        signed(header);
        if (header.to() >= header.last()) {
            serverLog.readToTheEnd();
        }
    }

    private void signed(FeedHeader header) {
        List<Receipt> own = header.own();
        if (own != null) {
            own.forEach(serverLog::signed);
        }
    }

    /**
     * Takes a piece of the feed.
     *
     * @param now absent while what was fetched long ago is read again
     */
    private void take(FeedLog.Piece piece, @Nullable TimeReading now) {
        piece.events().bodies().forEach(body -> take(body, piece.record(), now));
    }

    private void take(byte[] body, long record, @Nullable TimeReading now) {
        try {
            StoredEvent stored = StoredEvent.read(body);
            if (stored.id().station().equals(StationCode.SERVER)) {
                serverLog.seen(stored.id(), body, record);
            }
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
    @Override
    public void startOver(String generation) {
        heardOf(generation);
        feed.startOver(generation);
    }

    /** Marks hold for one life of the server's store: another one may lack what they cover. */
    private void heardOf(String generation) {
        if (marksOf != null && !marksOf.equals(generation)) {
            own.forgetMarks();
            serverLog.forgetMarks();
        }
        marksOf = generation;
    }

    @Override
    public void reached(Instant serverTime, Duration roundTrip) {
        clocks.heard(serverTime, roundTrip);
    }

    @Override
    public void denied(String code) {
        LOG.warn("the server refuses {}: {}", station, code);
    }

    @Override
    public void unreachable(String why) {
        LOG.debug("{} works on without the server: {}", station, why);
    }

    @Override
    public void close() {
        close(ownEvents);
        close(fetched);
    }

    private static void close(RecordLog log) {
        try {
            log.close();
        } catch (IOException e) {
            LOG.error("a journal did not close; the next start will be an unclean one", e);
        }
    }
}
