package stint.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.floor.FloorFold;
import stint.domain.plan.Job;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.sync.Bench;
import stint.sync.Entry;
import stint.sync.HistoryElsewhereException;
import stint.sync.Ledger;
import stint.sync.PackedBase;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What must hold (SYNC "Proof"): after every step for what it changed, and at the end for all. */
final class Checks {

    private static final int SENT_AGAIN = 20;

    private record Lane(StationCode station, int epoch) {}

    private record Sent(StationCode station, byte[] bytes) {}

    /** What one life of the server has published, position by position. */
    private static final class Life {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Lane, Entry> heads = new HashMap<>();

        void append(Entry entry) {
            EventId id = entry.event().id();
            assertThat(entry.position()).as("positions are dense").isEqualTo(entries.size() + 1L);
            Lane lane = new Lane(id.station(), id.epoch());
            Entry head = heads.get(lane);
            assertThat(id.sequence())
                    .as("%s follows without a gap", id)
                    .isEqualTo(head == null ? 1 : head.event().id().sequence() + 1);
            if (head != null || id.epoch() == 1) {
                assertThat(entry.previous())
                        .as("%s hangs in its chain", id)
                        .isEqualTo(head == null ? Hash.ZERO : head.hash());
            }
            assertThat(entry.hash())
                    .as("the hash of %s", id)
                    .isEqualTo(Chain.next(entry.previous(), entry.event().body()));
            heads.put(lane, entry);
            entries.add(entry);
        }
    }

    private final World world;
    private final Map<String, Life> lives = new HashMap<>();
    private final Set<EventId> confirmed = new LinkedHashSet<>();
    private final Set<EventId> poison = new HashSet<>();
    private final Set<StationCode> restored = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();

    Checks(World world) {
        this.world = world;
    }

    /** A bench said yes. */
    void confirmed(EventId id) {
        assertThat(confirmed.add(id)).as("%s is a new number", id).isTrue();
    }

    /** What is written now only a newer release can read. */
    void poisoned(EventId id) {
        poison.add(id);
    }

    /** A bench's disk is gone: what it had not sent is gone with it. */
    void diskLost(StationCode station) {
        Set<EventId> stored = new HashSet<>();
        lives.values()
                .forEach(life -> life.entries.forEach(entry -> stored.add(entry.event().id())));
        restored.add(station);
        sent.removeIf(one -> one.station().equals(station));
        confirmed.removeIf(id -> id.station().equals(station) && !stored.contains(id));
    }

    /** The server answered for these, or will: they are published. */
    void committed(String generation, List<Entry> added) {
        added.forEach(life(generation)::append);
    }

    private Life life(String generation) {
        return lives.computeIfAbsent(generation, any -> new Life());
    }

    /** A server that was put back begins from what the backup had. */
    void storeRestored(String generation) {
        if (world.mutant() == Mutant.NO_GENERATION) {
            lives.put(generation, new Life());
        }
    }

    /** What was published once is there after a crash, at its place. */
    void storeOpened(String generation, List<Entry> entries) {
        Life life = life(generation);
        assertThat(entries.size())
                .as("what the server has after a start")
                .isGreaterThanOrEqualTo(life.entries.size());
        for (int place = 0; place < entries.size(); place++) {
            if (place < life.entries.size()) {
                assertThat(entries.get(place).event().body())
                        .as("position %d after a start", place + 1)
                        .isEqualTo(life.entries.get(place).event().body());
            } else {
                life.append(entries.get(place));
            }
        }
    }

    /** A bench has read its disks. */
    void opened(Bench bench) {
        for (EventId id : confirmed) {
            if (id.station().equals(bench.station()) && !poison.contains(id)) {
                assertThat(knows(bench, id) || restored.contains(id.station()))
                        .as("%s is confirmed and there after a start", id)
                        .isTrue();
            }
        }
        assertThat(bench.knowsOwnWorkOnly() && !wasNewer(bench.station()))
                .as("%s can't go on from its base", bench.station())
                .isFalse();
        knows(bench, 1);
        minutes(bench.floor());
    }

    /**
     * Whether it recorded what this release can't read. It then folds less than when it ran, may
     * need history that it did not need then, and asks the server first.
     */
    private boolean wasNewer(StationCode station) {
        return poison.stream().anyMatch(id -> id.station().equals(station));
    }

    /** What is in its base it knows, though the server has the event. */
    private static boolean knows(Bench bench, EventId id) {
        try {
            return bench.floor().event(id).isPresent();
        } catch (HistoryElsewhereException e) {
            return true;
        }
    }

    void sent(StationCode station, byte[] bytes) {
        sent.add(new Sent(station, bytes));
        if (sent.size() > SENT_AGAIN) {
            sent.removeFirst();
        }
    }

    /** A page continues what the bench has, and says what the server published there. */
    void arrived(Bench bench, FeedHeader header, List<byte[]> bodies) {
        assertThat(header.from())
                .as("%s fetches without a gap", bench.station())
                .isEqualTo(bench.cursor().position() + 1);
        List<Entry> entries = life(header.generation()).entries;
        for (int index = 0; index < bodies.size(); index++) {
            int place = (int) (header.from() - 1 + index);
            assertThat(
                            place < entries.size()
                                    && Arrays.equals(
                                            entries.get(place).event().body(), bodies.get(index)))
                    .as("%s reads at position %d what was stored", bench.station(), place + 1)
                    .isTrue();
        }
    }

    /** A reader that saw P saw all before it. */
    void knows(Bench bench, long from) {
        String generation = bench.cursor().generation();
        if (generation == null) {
            return;
        }
        List<Entry> entries = life(generation).entries;
        long last = bench.cursor().position();
        assertThat(last)
                .as("%s has seen what is published", bench.station())
                .isLessThanOrEqualTo(entries.size());
        for (long position = from; position <= last; position++) {
            EventId id = entries.get((int) position - 1).event().id();
            assertThat(poison.contains(id) || knows(bench, id))
                    .as("%s saw position %d, so it knows %s", bench.station(), last, id)
                    .isTrue();
        }
    }

    /** Everything has arrived, once, and all agree. */
    void drained(SimServer server, List<SimBench> benches) {
        Ledger ledger = server.ledger();
        assertThat(ledger).as("the server runs").isNotNull();
        List<Entry> stored = life(ledger.store().generation()).entries;
        everythingIsThere(benches, stored);
        int count = stored.size();
        sent.forEach(one -> server.push(one.station(), one.bytes(), new Nobody()));
        server.processGroup();
        assertThat(stored.size()).as("sent again, everything is stored once").isEqualTo(count);
        List<String> rebuilt = text(rebuilt(stored));
        same("the server", text(ledger.reconciler().view()), rebuilt);
        for (SimBench bench : benches) {
            minutes(live(bench).floor());
            if (poison.isEmpty()) {
                same(bench.code() + " as it ran", text(live(bench).floor().view()), rebuilt);
            }
            bench.restart();
            if (!live(bench).knowsOwnWorkOnly()) {
                same(bench.code() + " started anew", text(live(bench).floor().view()), rebuilt);
            }
        }
    }

    private void everythingIsThere(List<SimBench> benches, List<Entry> stored) {
        Map<EventId, byte[]> bodies = new HashMap<>();
        stored.forEach(entry ->
                assertThat(bodies.put(entry.event().id(), entry.event().body()))
                        .as("%s is stored once", entry.event().id())
                        .isNull());
        for (EventId id : confirmed) {
            assertThat(bodies.containsKey(id)).as("%s was confirmed and has arrived", id).isTrue();
        }
        for (SimBench bench : benches) {
            assertThat(live(bench).unsentCount())
                    .as("%s has sent everything", bench.code())
                    .isZero();
            assertThat(live(bench).cursor().position())
                    .as("%s has fetched everything", bench.code())
                    .isEqualTo(stored.size());
        }
    }

    private static Bench live(SimBench bench) {
        Bench open = bench.bench();
        if (open == null) {
            throw new AssertionError(bench.code() + " does not run");
        }
        return open;
    }

    private static FloorFold rebuilt(List<Entry> stored) {
        List<Entry> shuffled = new ArrayList<>(stored);
        Collections.shuffle(shuffled, new Random(stored.size()));
        FloorFold fold = new FloorFold();
        for (Entry entry : shuffled) {
            try {
                StoredEvent event = StoredEvent.read(entry.event().body());
                event.event().ifPresentOrElse(fold::apply, () -> fold.quarantine(event.id()));
            } catch (UnreadableEventException e) {
                throw new AssertionError("the server stored what is no event", e);
            }
        }
        return fold;
    }

    private static void minutes(FloorView floor) {
        for (TaskState task : floor.tasks()) {
            for (Session session : task.sessions()) {
                assertThat(session.core().paused())
                        .as("pauses of %s", session.core().id())
                        .isGreaterThanOrEqualTo(Duration.ZERO);
            }
            task.pieces()
                    .forEach((serial, piece) ->
                            assertThat(piece.worked())
                                    .as("minutes of %s", serial)
                                    .isGreaterThanOrEqualTo(Duration.ZERO));
        }
    }

    private static List<String> text(FloorView view) {
        List<String> text = new ArrayList<>();
        view.tasks().forEach(task -> text.add(task.toString()));
        view.exceptions().forEach(exception -> text.add(exception.toString()));
        for (Job job : view.jobs()) {
            text.add(job.toString());
            job.serials()
                    .forEach(serial ->
                            view.flow(job.ticket())
                                    .ifPresent(flow -> text.add(flow.history(serial).toString())));
        }
        text.add(view.operators().toString());
        text.add(view.stations().toString());
        view.stationSessions().all().forEach(session -> text.add(session.toString()));
        return text;
    }

    private static void same(String who, List<String> actual, List<String> expected) {
        for (int line = 0; line < Math.min(actual.size(), expected.size()); line++) {
            assertThat(actual.get(line)).as(who).isEqualTo(expected.get(line));
        }
        assertThat(actual).as(who).hasSameSizeAs(expected);
    }

    /** Whoever asked has gone. */
    private static final class Nobody implements SimServer.Mailbox {
        @Override
        public void pushed(byte[] reply) {}

        @Override
        public void page(byte[] page) {}

        @Override
        public void base(PackedBase base) {}

        @Override
        public void refused(String code, String detail) {}
    }
}
