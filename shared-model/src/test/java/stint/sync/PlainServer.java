package stint.sync;

import stint.clock.Clocks;
import stint.domain.event.EventId;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.snapshot.Snapshots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A server without a network or a disk, of which backups are made when a test says so. */
public final class PlainServer implements EventStore {

    private static final int PAGE_EVENTS = 20;

    private final String generation;
    private final Clocks clocks;
    private final List<Entry> entries;
    private final Ledger ledger;
    private long safe;

    /** A server that has nothing. */
    public PlainServer(String generation, Clocks clocks) {
        this(generation, clocks, List.of(), 0);
    }

    /**
     * A server that has some of what another one had.
     *
     * @param safe up to where a backup holds it
     */
    public PlainServer(String generation, Clocks clocks, List<Entry> entries, long safe) {
        this.generation = generation;
        this.clocks = clocks;
        this.entries = new ArrayList<>(entries);
        this.safe = safe;
        ledger = Ledger.open("SITE", clocks, this, new Keeping(Snapshots.NONE, Duration.ZERO));
    }

    /** The office says something. */
    public void plan(PlanFact fact) {
        ledger.stageOwn(null, (floor, now) -> List.of(fact));
        ledger.commit();
    }

    /** A backup of all there is was finished. */
    public void backUp() {
        safe = last();
    }

    /** Up to where a backup holds it. */
    public long safe() {
        return safe;
    }

    /** A round of sync with a bench, at once. */
    public SyncRound sync(Bench bench) throws Exception {
        SyncRound round = new SyncRound(bench);
        Optional<SyncRound.Request> next = round.next();
        while (next.isPresent()) {
            round.answered(answer(bench.station(), next.get()), Duration.ZERO);
            next = round.next();
        }
        return round;
    }

    /** What it says to one request of a bench. */
    public SyncRound.Answer answer(StationCode who, SyncRound.Request request) throws Exception {
        try {
            return answered(who, request);
        } catch (RefusalException e) {
            return new SyncRound.Answer.Refused(
                    e.kind() == RefusalException.Kind.GENERATION ? "generation" : "other",
                    e.detail());
        }
    }

    private SyncRound.Answer answered(StationCode who, SyncRound.Request request) throws Exception {
        long now = clocks.read().time().toEpochMilli();
        return switch (request) {
            case SyncRound.Request.Push(var batch) -> pushed(who, batch, now);
            case SyncRound.Request.Return(var batch) -> pushed(StationCode.SERVER, batch, now);
            case SyncRound.Request.Fetch(var cursor, int max) ->
                    new SyncRound.Answer.Page(
                            FeedPage.of(
                                    this,
                                    last(),
                                    cursor.generation() == null ? "" : cursor.generation(),
                                    cursor.position(),
                                    PAGE_EVENTS,
                                    now));
            case SyncRound.Request.Bootstrap() ->
                    new SyncRound.Answer.Bootstrapped(
                            PackedBase.of(ledger.base(), Base.ourBuild().orElseThrow()));
            case SyncRound.Request.History(var cursor, var query, long after) ->
                    new SyncRound.Answer.Page(
                            HistoryPage.of(this, query, ledger.places(query), after, last(), now));
        };
    }

    private SyncRound.Answer pushed(StationCode whose, EventBatch<PushHeader> batch, long now)
            throws Exception {
        PushedBatch checked = PushedBatch.check(whose, batch);
        ledger.stage(checked);
        ledger.commit();
        PushOutcome outcome = ledger.outcome(checked);
        return new SyncRound.Answer.Pushed(
                new PushReply(
                        generation,
                        outcome.epoch(),
                        outcome.mark(),
                        outcome.position(),
                        now,
                        safe));
    }

    /** All it has. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The bytes of all it has of a station. */
    public List<byte[]> of(StationCode station) {
        return entries.stream()
                .map(Entry::event)
                .filter(event -> event.id().station().equals(station))
                .map(StoredEvent::body)
                .toList();
    }

    @Override
    public String generation() {
        return generation;
    }

    @Override
    public long bornAt() {
        return 0;
    }

    @Override
    public long last() {
        return entries.size();
    }

    @Override
    public void replay(long after, Consumer<Entry> listener) {
        entries.subList((int) after, entries.size()).forEach(listener);
    }

    @Override
    public void commit(List<Entry> added) {
        entries.addAll(added);
    }

    @Override
    public List<byte[]> bodies(long from, long to) {
        return entries.subList((int) from - 1, (int) to).stream()
                .map(entry -> entry.event().body())
                .toList();
    }

    @Override
    public List<Hash> hashes(long from, long to) {
        return entries.subList((int) from - 1, (int) to).stream().map(Entry::hash).toList();
    }

    @Override
    public void keepFork(EventId parting, long from, Hash previous, List<StoredEvent> events) {
        throw new AssertionError(parting + " was used twice");
    }

    @Override
    public List<EventId> forks() {
        return List.of();
    }

    @Override
    public void close() {}
}
