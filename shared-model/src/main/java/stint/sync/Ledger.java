package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.work.Floor;
import stint.sync.RefusalException.Kind;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.protocol.HistoryQuery;
import stint.wire.snapshot.Snapshots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server's single writer owns: the store, each station's mark, the fold. Events are staged,
 * then committed together; until then nobody else sees them (SY-3). After a failed commit it is of
 * no use any more, unless only the room was lacking: close it and open another.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    /** A life's own epoch is up to so much above what is needed; a mask. */
    private static final int EPOCH_STEP_MAX = (1 << 20) - 1;

    private final String site;
    private final Clocks clocks;
    private final EventStore store;
    private final LedgerState state;
    private final Marks marks;
    private final Reconciler reconciler;
    private final long startedFrom;
    private int ownEpoch;
    private @Nullable Hash lastHash;
    private final List<Entry> staged = new ArrayList<>();

    /** Decides what the server writes to its own log. */
    @FunctionalInterface
    public interface Decide {

        /** The facts to write; whatever it throws reaches the caller, and nothing is written. */
        List<? extends Fact> facts(Floor floor, TimeReading now);
    }

    private Ledger(String site, Clocks clocks, EventStore store, LedgerState state) {
        this.site = site;
        this.clocks = clocks;
        this.store = store;
        this.state = state;
        marks = state.marks();
        reconciler = state.reconciler();
        startedFrom = reconciler.position();
    }

    /**
     * A store that was put back may lack what was written and read after the backup: those numbers
     * are never used again. A backup may also be put back twice; so the life's name has a say.
     */
    private static int ownEpoch(EventStore store, Marks marks) {
        int before = marks.newestEpochAt(StationCode.SERVER, store.bornAt());
        return before + 1 + (store.generation().hashCode() & EPOCH_STEP_MAX);
    }

    /**
     * Goes on from the newest snapshot that is of this store's log, or from event one, and folds
     * what follows.
     *
     * @param store taken over; closed when this fails
     */
    public static Ledger open(String site, Clocks clocks, EventStore store, Keeping keeping) {
        try {
            LedgerState state =
                    LedgerState.kept(store, keeping)
                            .orElseGet(() -> LedgerState.empty(store, keeping.keep()));
            Ledger ledger = new Ledger(site, clocks, store, state);
            LOG.info(
                    "The log is folded from position {} to {}",
                    state.reconciler().position(),
                    store.last());
            long nowMillis = clocks.read().time().toEpochMilli();
            store.replay(state.reconciler().position(), entry -> ledger.fold(entry, nowMillis));
            ledger.ownEpoch = ownEpoch(store, state.marks());
            return ledger;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void fold(Entry entry, long nowMillis) {
        marks.advance(entry);
        take(entry, nowMillis);
    }

    private void take(Entry entry, long nowMillis) {
        reconciler.take(entry.position(), entry.event(), nowMillis);
        lastHash = entry.hash();
    }

    /** Where the events are. */
    public EventStore store() {
        return store;
    }

    /** What the committed events come to. */
    public Reconciler reconciler() {
        return reconciler;
    }

    /**
     * Before a group is staged: takes in what other servers over the same store have written, and
     * keeps them from writing until {@link #commit} or {@link #unstage}.
     */
    public void claim() {
        store.claim(reconciler.position(), this::heard);
    }

    /** Takes in what other servers over the same store have written; nothing may be staged. */
    public void catchUp() {
        store.missed(reconciler.position(), this::heard);
    }

    private void heard(Entry entry) {
        if (entry.position() != reconciler.position() + 1) {
            throw new IllegalStateException(
                    "position " + entry.position() + " came after " + reconciler.position());
        }
        fold(entry, clocks.read().time().toEpochMilli());
    }

    /** The position of the snapshot it went on from; 0 for none. */
    public long startedFrom() {
        return startedFrom;
    }

    /** Whether a commit has something to do. */
    public boolean hasStaged() {
        return !staged.isEmpty();
    }

    /** What to answer to a batch that was staged, once that is committed. */
    public PushOutcome outcome(PushedBatch batch) {
        Marks.Mark mark = marks.of(batch.station(), batch.epoch());
        return new PushOutcome(
                batch.epoch(),
                mark == null ? 0 : mark.sequence(),
                mark == null ? Hash.ZERO : mark.head(),
                reconciler.position());
    }

    /**
     * Stages what of a batch is new. A gap stages nothing; the outcome's mark tells the station
     * where to go on.
     *
     * @throws RefusalException when the batch contradicts what is held
     */
    public void stage(PushedBatch batch) {
        Marks.Mark mark = marks.of(batch.station(), batch.epoch());
        long held = mark == null ? 0 : mark.sequence();
        if (batch.from() > held + 1 || batch.events().isEmpty()) {
            return;
        }
        if (isOwn(batch) && batch.epoch() == ownEpoch && batch.to() > held) {
            throw RefusalException.at(
                    held + 1, Kind.FORK, "the server is still writing epoch " + ownEpoch);
        }
        requireSameHistory(batch, held);
        if (batch.from() == held + 1) {
            requireContinues(batch, mark);
        }
        for (int index = (int) (held + 1 - batch.from()); index < batch.events().size(); index++) {
            Hash previous = index == 0 ? batch.previous() : batch.hashes().get(index - 1);
            stage(batch.events().get(index), previous, batch.hashes().get(index));
        }
    }

    private void requireContinues(PushedBatch batch, Marks.@Nullable Mark mark) {
        if (mark != null) {
            if (!mark.head().equals(batch.previous())) {
                throw fork(batch, batch.from());
            }
        } else if ((batch.epoch() == 1 || isOwn(batch)) && !batch.previous().equals(Hash.ZERO)) {
            throw RefusalException.at(
                    batch.from(),
                    Kind.CHAIN_BROKEN,
                    "a station's first event follows 32 zero bytes");
        }
    }

    private static boolean isOwn(PushedBatch batch) {
        return batch.station().equals(StationCode.SERVER);
    }

    /**
     * The same event may come twice; another one with its number is a fork, and never silently
     * dropped.
     */
    private void requireSameHistory(PushedBatch batch, long held) {
        long last = Math.min(batch.to(), held);
        if (last < batch.from()) {
            return;
        }
        Map<Long, Hash> known = committed(batch, last);
        for (Entry entry : staged) {
            EventId id = entry.event().id();
            if (id.station().equals(batch.station()) && id.epoch() == batch.epoch()) {
                known.put(id.sequence(), entry.hash());
            }
        }
        for (long sequence = batch.from(); sequence <= last; sequence++) {
            Hash pushed = batch.hashes().get((int) (sequence - batch.from()));
            if (!Objects.equals(pushed, known.get(sequence))) {
                throw fork(batch, sequence);
            }
        }
    }

    /** The hashes of what a batch's numbers stand for, by number, as far as that is committed. */
    private Map<Long, Hash> committed(PushedBatch batch, long last) {
        Map<Long, Hash> hashes = new HashMap<>();
        long from = batch.from();
        while (from <= last) {
            OptionalLong first = place(batch, from);
            long to = from;
            if (first.isPresent()) {
                long before = first.getAsLong() - from;
                while (to < last && place(batch, to + 1).equals(OptionalLong.of(before + to + 1))) {
                    to++;
                }
                List<Hash> found = store.hashes(before + from, before + to);
                for (int index = 0; index < found.size(); index++) {
                    hashes.put(from + index, found.get(index));
                }
            }
            from = to + 1;
        }
        return hashes;
    }

    private OptionalLong place(PushedBatch batch, long sequence) {
        return reconciler.place(new EventId(batch.station(), batch.epoch(), sequence));
    }

    private RefusalException fork(PushedBatch batch, long sequence) {
        EventId parting = new EventId(batch.station(), batch.epoch(), sequence);
        store.keepFork(parting, batch.from(), batch.previous(), batch.events());
        LOG.warn("A history has forked at {}; the other bytes are kept apart", parting);
        return RefusalException.at(
                sequence, Kind.FORK, "another event " + parting + " is stored; both are kept");
    }

    /**
     * Stages events of the server's own (EV-1). It decides by what is committed: commit first.
     *
     * @param operator who ordered it; absent for the office
     */
    public List<EventId> stageOwn(@Nullable OperatorCode operator, Decide decide) {
        TimeReading now = clocks.read();
        List<EventId> ids = new ArrayList<>();
        long millis = now.time().toEpochMilli();
        Hlc hlc = reconciler.nextHlc(millis);
        for (Fact fact : decide.facts(reconciler.floor(), now)) {
            Marks.Mark mark = marks.of(StationCode.SERVER, ownEpoch);
            EventId id =
                    new EventId(
                            StationCode.SERVER, ownEpoch, mark == null ? 1 : mark.sequence() + 1);
            Event event = new Event(id, site, operator, hlc, now, reconciler.position(), 0, fact);
            // Each life begins a chain of its own: it can't know how the one before it ended.
            Hash previous = mark == null ? Hash.ZERO : mark.head();
            StoredEvent stored = StoredEvent.recorded(event);
            stage(stored, previous, Chain.next(previous, stored.body()));
            ids.add(id);
            hlc = hlc.next(millis);
        }
        return ids;
    }

    private void stage(StoredEvent event, Hash previous, Hash hash) {
        Entry entry = new Entry(reconciler.position() + staged.size() + 1, previous, hash, event);
        staged.add(entry);
        marks.advance(entry);
    }

    /** Makes durable and visible what is staged, and ends a {@link #claim}. */
    public void commit() {
        if (staged.isEmpty()) {
            store.release();
            return;
        }
        store.commit(staged);
        long nowMillis = clocks.read().time().toEpochMilli();
        for (Entry entry : staged) {
            take(entry, nowMillis);
        }
        staged.clear();
    }

    /** Copies what its log comes to, for a bench to go on from; nothing may be staged. */
    public Base base() {
        return reconciler.base(store.generation(), marks, clocks.read().time().toEpochMilli());
    }

    /**
     * Where the events are that a bench asks for, as positions in ascending order.
     *
     * @throws IllegalArgumentException when the question names what can't be
     */
    public List<Long> places(HistoryQuery query) {
        return reconciler.places(query);
    }

    /**
     * Copies what it knows, for another thread to write; empty when there is nothing new to keep
     * since the start, or something is staged.
     */
    public Optional<Snapshots.Content> snapshot() {
        Hash hash = lastHash;
        return hash == null || hasStaged()
                ? Optional.empty()
                : Optional.of(state.content(store.generation(), hash));
    }

    /** Forgets what is staged, and ends a {@link #claim}. */
    public void unstage() {
        staged.reversed().forEach(marks::retreat);
        staged.clear();
        store.release();
    }

    @Override
    public void close() {
        store.close();
    }
}
