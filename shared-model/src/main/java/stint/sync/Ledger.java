package stint.server.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.server.ServerConfig;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.reconcile.Reconciler;
import stint.server.store.Entry;
import stint.server.store.ServerStore;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the single writer owns: the store, each station's mark, the fold. Events are staged, then
 * committed together; until then nobody else sees them. After a failed commit it is of no use any
 * more, unless only the room was lacking: close it and open another.
 */
final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final ServerConfig config;
    private final ServerStore store;
    private final Marks marks;
    private final Reconciler reconciler;
    private final int ownEpoch;
    private final List<Entry> staged = new ArrayList<>();

    private Ledger(ServerConfig config, ServerStore store, Marks marks, Reconciler reconciler) {
        this.config = config;
        this.store = store;
        this.marks = marks;
        this.reconciler = reconciler;
        // A store that was put back may lack what was written and read after the backup: those
        // numbers are never used again.
        ownEpoch = marks.newestEpochAt(StationCode.SERVER, store.bornAt()) + 1;
    }

    /** Opens the store and folds all it holds. */
    static Ledger open(ServerConfig config) {
        Marks marks = new Marks();
        Reconciler reconciler = new Reconciler();
        long nowMillis = config.clocks().read().time().toEpochMilli();
        ServerStore store =
                ServerStore.open(
                        config.directory(),
                        entry -> {
                            marks.advance(entry);
                            reconciler.take(entry.position(), entry.event(), nowMillis);
                        });
        return new Ledger(config, store, marks, reconciler);
    }

    ServerStore store() {
        return store;
    }

    Reconciler reconciler() {
        return reconciler;
    }

    boolean hasStaged() {
        return !staged.isEmpty();
    }

    PushOutcome outcome(Batch batch) {
        return new PushOutcome(
                batch.epoch(),
                marks.sequence(batch.station(), batch.epoch()),
                reconciler.position());
    }

    /**
     * Stages what of a batch is new. A gap stages nothing; the outcome's mark tells the station
     * where to go on.
     *
     * @throws FaultException when the batch contradicts what is held
     */
    void stage(Batch batch) {
        Marks.Mark mark = marks.of(batch.station(), batch.epoch());
        long held = mark == null ? 0 : mark.sequence();
        if (batch.from() > held + 1 || batch.events().isEmpty()) {
            return;
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

    private void requireContinues(Batch batch, Marks.@Nullable Mark mark) {
        if (mark != null) {
            if (!mark.head().equals(batch.previous())) {
                throw fork(batch, batch.from());
            }
        } else if (batch.epoch() == 1 && !batch.previous().equals(Hash.ZERO)) {
            throw FaultException.at(
                    batch.from(),
                    Fault.CHAIN_BROKEN,
                    "a station's first event follows 32 zero bytes");
        }
    }

    /**
     * The same event may come twice; another one with its number is a fork, and never silently
     * dropped.
     */
    private void requireSameHistory(Batch batch, long held) {
        long last = Math.min(batch.to(), held);
        if (last < batch.from()) {
            return;
        }
        Map<Long, Hash> known =
                new HashMap<>(store.hashes(batch.station(), batch.epoch(), batch.from(), last));
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

    private FaultException fork(Batch batch, long sequence) {
        store.keepFork(
                batch.station(), batch.epoch(), batch.from(), batch.previous(), batch.events());
        LOG.warn(
                "{} has forked at {}.{}; the other bytes are kept apart",
                batch.station(),
                batch.epoch(),
                sequence);
        return FaultException.at(
                sequence,
                Fault.FORK,
                "another event "
                        + batch.station()
                        + "."
                        + batch.epoch()
                        + "."
                        + sequence
                        + " is stored; both are kept");
    }

    /** Stages events of the server's own (EV-1). */
    List<EventId> stageOwn(Work.Own own) {
        TimeReading now = config.clocks().read();
        List<EventId> ids = new ArrayList<>();
        long millis = now.time().toEpochMilli();
        Hlc hlc = reconciler.nextHlc(millis);
        for (Fact fact : own.decide().facts(reconciler.floor(), now)) {
            Marks.Mark mark = marks.of(StationCode.SERVER, ownEpoch);
            EventId id =
                    new EventId(
                            StationCode.SERVER, ownEpoch, mark == null ? 1 : mark.sequence() + 1);
            Event event =
                    new Event(
                            id,
                            config.site(),
                            own.operator(),
                            hlc,
                            now,
                            reconciler.position(),
                            0,
                            fact);
            Hash previous = mark == null ? ownPrevious() : mark.head();
            StoredEvent stored = StoredEvent.recorded(event);
            stage(stored, previous, Chain.next(previous, stored.body()));
            ids.add(id);
            hlc = hlc.next(millis);
        }
        return ids;
    }

    private Hash ownPrevious() {
        Marks.Mark before = marks.of(StationCode.SERVER, marks.newestEpoch(StationCode.SERVER));
        return before == null ? Hash.ZERO : before.head();
    }

    private void stage(StoredEvent event, Hash previous, Hash hash) {
        Entry entry = new Entry(reconciler.position() + staged.size() + 1, previous, hash, event);
        staged.add(entry);
        marks.advance(entry);
    }

    /** Makes durable and visible what is staged. */
    void commit() {
        if (staged.isEmpty()) {
            return;
        }
        store.commit(staged);
        long nowMillis = config.clocks().read().time().toEpochMilli();
        for (Entry entry : staged) {
            reconciler.take(entry.position(), entry.event(), nowMillis);
        }
        staged.clear();
    }

    /** Forgets what is staged. */
    void unstage() {
        staged.reversed().forEach(marks::retreat);
        staged.clear();
    }

    @Override
    public void close() {
        store.close();
    }
}
