package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.RunFact;
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
import stint.wire.protocol.HistoryPiece;
import stint.wire.protocol.HistoryQuery;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final BasedState based;
    private final long startedFrom;
    private boolean broken;
    private final Set<HistoryQuery> wanted = new LinkedHashSet<>();

    /**
     * Goes on from the newest snapshot of what the logs hold, and reads the rest. Closing the bench
     * closes them; so does a failure here.
     *
     * @param ownEvents one event in each record
     * @param fetched one piece of the feed in each record
     * @throws IOException when the disk fails, or a log holds what it should not
     */
    public Bench(
            StationCode station,
            String site,
            Clocks clocks,
            RecordLog ownEvents,
            RecordLog fetched,
            Keeping keeping)
            throws IOException {
        this.station = station;
        this.clocks = clocks;
        this.ownEvents = ownEvents;
        this.fetched = fetched;
        try {
            based =
                    BasedState.open(
                            new BenchSnapshot(
                                    station,
                                    site,
                                    ownEvents,
                                    fetched,
                                    Standing.in(fetched),
                                    keeping),
                            clocks);
            startedFrom = state().startedFrom();
        } catch (IOException | RuntimeException e) {
            ownEvents.close();
            fetched.close();
            throw e;
        }
    }

    private BenchState state() {
        return based.state();
    }

    /**
     * The floor with its log, for deciding. What it is asked about single events may throw {@link
     * HistoryElsewhereException}: see {@link #want}.
     */
    public FloorFold floor() {
        return state().floor();
    }

    /** The highest number a command has had here. */
    public long lastCommand() {
        return state().lastCommand();
    }

    /** What the clocks said when this bench last recorded something; absent when it never did. */
    public @Nullable TimeReading lastRecorded() {
        return state().lastRecorded();
    }

    /**
     * Whether it knows its own work only, until the server is reached: its base is of another
     * release, and can't be gone on from.
     */
    public boolean knowsOwnWorkOnly() {
        return based.isLost();
    }

    @Override
    public long unsentCount() {
        return state().own().unsent();
    }

    /** The last of its events that the server is known to have, by epoch. */
    public Map<Integer, Long> marks() {
        return state().own().marks();
    }

    /** The oldest of those it is not known to have, to know since when (SY-1). */
    public Optional<StoredEvent> oldestUnsent() {
        return state().own().oldestUnsent();
    }

    /**
     * Records a fact: when this returns, the event is durable and applied.
     *
     * @param operator absent where the bench itself observed it (EV-1)
     * @throws HistoryElsewhereException when it speaks of what is not here; nothing was recorded,
     *     and it is asked for with the next round
     * @throws JournalFullException when there is too little room
     * @throws IOException when the log takes nothing more
     */
    public Event record(long command, @Nullable OperatorCode operator, Fact fact, TimeReading now)
            throws IOException {
        Event event =
                state().recorder()
                        .event(operator, fact, now, state().feed().cursor().position(), command);
        StoredEvent stored = StoredEvent.recorded(event);
        Ahead ahead;
        try {
            ahead = state().ahead(() -> List.of(event));
        } catch (HistoryElsewhereException e) {
            want(e.query());
            throw e;
        }
        state().own().append(stored, urgencyOf(fact));
        whole(() -> state().recorded(event, stored, ahead));
        return event;
    }

    /** Somebody asked the floor about what was before the base: the next round asks the server. */
    public void want(HistoryQuery query) {
        wanted.add(query);
    }

    /** Where a step ends half way, what is known is no more what the logs say. */
    private void whole(Runnable step) {
        boolean before = broken;
        broken = true;
        step.run();
        broken = before;
    }

    /**
     * Copies all it knows, for another thread to write to {@link Keeping#snapshots}; empty when
     * that is not what the logs say, or they can't be read.
     */
    public Optional<Snapshots.Content> snapshot() {
        if (broken || based.isLost()) {
            return Optional.empty();
        }
        try {
            return Optional.of(state().content());
        } catch (IOException e) {
            LOG.warn("no snapshot of {} can be made", station, e);
            return Optional.empty();
        }
    }

    /** The {@link #progress} of the snapshot it went on from; 0 for none. */
    public long startedFrom() {
        return startedFrom;
    }

    /** How many records it has read or written: what a snapshot would save the next start. */
    public long progress() {
        return state().own().last() + state().feed().last();
    }

    /** What ends or pauses work is taken to the last byte of the disk. */
    private static Urgency urgencyOf(Fact fact) {
        return switch (fact) {
            case WorkFact.Held held -> Urgency.ENDING;
            case WorkFact.SessionEnded ended -> Urgency.ENDING;
            case WorkFact.ShiftEnded ended -> Urgency.ENDING;
            case StationFact.SignedOff off -> Urgency.ENDING;
            case StationFact.Left left -> Urgency.ENDING;
            case RunFact.RunPaused paused -> Urgency.ENDING;
            case RunFact.RunCompleted completed -> Urgency.ENDING;
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
        return state().own().unsent(eventsMax);
    }

    /** All that is to be sent, in batches, for a person who carries it (SY-5). */
    public void eachUnsent(int eventsMax, CarriedFile.Sink sink) throws IOException {
        state().own().eachUnsent(eventsMax, sink);
    }

    @Override
    public void acknowledged(PushReply reply) {
        state().heardOf(reply.generation());
        state().own().acknowledged(reply);
    }

    /**
     * The server holds other events under our numbers: this disk is not the one that wrote them.
     * They stay here and, as evidence, there; from now on we write under numbers nobody has used.
     */
    @Override
    public void forked(int epoch) {
        LOG.error("epoch {} of {} has forked: this disk was restored, or copied", epoch, station);
        state().own().abandon(epoch);
        state().recorder().leave(epoch);
    }

    /**
     * Takes own events out of their journal that are safe, and on this disk a second time (SYNC
     * "the bench store"), and out of the log of the feed what a base stands for. Writes to the disk
     * when any go.
     *
     * @return whether any went
     */
    public boolean letGo() {
        try {
            boolean own = state().own().letGo();
            return based.letGo() || own;
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} keeps events twice that it could let go of", station, e);
            return false;
        }
    }

    @Override
    public Optional<EventBatch<PushHeader>> owed(int eventsMax) {
        return state().serverLog().owed(eventsMax, state().feed());
    }

    @Override
    public void returned(PushReply reply) {
        state().heardOf(reply.generation());
        state().serverLog().acknowledged(reply.epoch(), reply.mark());
    }

    @Override
    public void unwanted(int epoch) {
        LOG.error("the server's epoch {} has other events than were read here", epoch);
        state().serverLog().unwanted(epoch);
    }

    @Override
    public Cursor cursor() {
        return state().feed().cursor();
    }

    @Override
    public void received(FeedHeader header, List<byte[]> bodies) {
        state().heardOf(header.generation());
        try {
            if (!bodies.isEmpty() && !taken(header, bodies)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        state().signed(header);
        if (header.to() >= header.last()) {
            state().serverLog().readToTheEnd();
        }
    }

    private boolean taken(FeedHeader header, List<byte[]> bodies) throws IOException {
        if (based.isLost()) {
            based.drop(); // The server gives no other one: all of the feed is read.
            state().heardOf(header.generation());
        }
        Ahead ahead;
        try {
            ahead = state().ahead(() -> events(bodies));
        } catch (HistoryElsewhereException e) {
            wanted.add(e.query());
            return false;
        }
        FeedLog.Piece piece = state().feed().keep(header, bodies);
        whole(() -> state().take(piece, clocks.read(), ahead));
        return true;
    }

    private static List<Event> events(List<byte[]> bodies) {
        List<Event> events = new ArrayList<>(bodies.size());
        for (byte[] body : bodies) {
            try {
                StoredEvent.read(body).event().ifPresent(events::add);
            } catch (UnreadableEventException e) {
                LOG.debug("It is said when it is taken", e);
            }
        }
        return events;
    }

    @Override
    public boolean wantsBase(long last) {
        return based.wants(last);
    }

    @Override
    public void baseCame(@Nullable OfferedBase base) {
        try {
            if (based.goOnFrom(base)) {
                wanted.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<HistoryQuery> historyWanted() {
        return wanted.stream().findFirst();
    }

    @Override
    public void remembered(FeedHeader header, List<byte[]> bodies) {
        HistoryPiece history = header.history();
        if (history == null || !header.generation().equals(cursor().generation())) {
            return;
        }
        try {
            FeedLog.Piece piece = state().feed().keep(history, bodies);
            whole(() -> state().remember(piece));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (history.next() == 0) {
            wanted.remove(history.query());
        }
    }

    /** The server's store is another one: it is to be sent everything, and asked for everything. */
    @Override
    public void startOver(String generation) {
        try {
            based.drop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wanted.clear();
        state().heardOf(generation);
        state().feed().startOver(generation);
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
