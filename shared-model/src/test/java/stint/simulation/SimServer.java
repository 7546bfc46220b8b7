package stint.simulation;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.sync.Base;
import stint.sync.FeedPage;
import stint.sync.HistoryPage;
import stint.sync.Keeping;
import stint.sync.Ledger;
import stint.sync.PackedBase;
import stint.sync.PushOutcome;
import stint.sync.PushedBatch;
import stint.sync.RefusalException;
import stint.sync.SyncPort.Cursor;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryQuery;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.snapshot.Snapshots;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The server: the program's ledger and feed on a simulated disk, behind a queue. */
final class SimServer {

    private final World world;
    private final int pageMax;
    private MemoryDisk disk = new MemoryDisk();
    private MemoryDisk backup = new MemoryDisk();
    private SimSnapshots snapshots = new SimSnapshots();
    private SimSnapshots snapshotsBackup = new SimSnapshots();
    private int generations = 1;
    private String generation = "life-1";
    private long bornAt;
    private long safe;
    private int starts;
    private @Nullable PackedBase base;
    private @Nullable MemoryJournal journal;
    private @Nullable Ledger ledger;
    private Clocks clocks = SimulatedClocks.of(() -> 0, 0, () -> 0);
    private MemoryJournal.@Nullable Moment fuse;
    private List<PlanFact> unplanned = List.of();
    private final List<Waiting> waiting = new ArrayList<>();

    /** Where an answer goes; nobody may be there any more. */
    interface Mailbox {
        void pushed(byte[] reply);

        void page(byte[] page);

        void base(PackedBase base);

        void refused(String code, String detail);
    }

    private record Waiting(PushedBatch batch, Mailbox from) {}

    SimServer(World world, int pageMax) {
        this.world = world;
        this.pageMax = pageMax;
    }

    void start() {
        if (ledger != null) {
            return;
        }
        starts++;
        long bootedAt = world.now();
        clocks = SimulatedClocks.of(world::trueMillis, starts, () -> world.now() - bootedAt);
        try {
            MemoryJournal opened =
                    new MemoryJournal(
                            disk, this::power, world.mutant() == Mutant.ACKNOWLEDGE_BEFORE_COMMIT);
            journal = opened;
            if (bornAt < 0) {
                bornAt = opened.lastIndex();
            }
            ledger =
                    Ledger.open(
                            World.SITE,
                            clocks,
                            new SimStore(world, opened, generation, bornAt),
                            new Keeping(snapshots, world.keep()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        world.tell(() -> "the server starts at position " + ledger.reconciler().position());
        plan(List.of());
    }

    private void power(MemoryJournal.Moment moment) {
        if (moment == fuse) {
            fuse = null;
            throw new PowerCut();
        }
    }

    void crash(Random luck) {
        MemoryJournal lost = journal;
        if (ledger == null || lost == null) {
            return;
        }
        world.tell(() -> "the server loses power");
        lost.lost(luck);
        ledger = null;
        journal = null;
        fuse = null;
        base = null;
        waiting.clear();
        world.after(world.duration(luck), this::start);
    }

    void crashAtNextWrite(Random luck) {
        fuse = MemoryJournal.Moment.values()[luck.nextInt(3)];
    }

    void diskFull(Random luck) {
        world.tell(() -> "the server's disk is full");
        MemoryDisk now = disk;
        now.full(true);
        world.after(world.duration(luck), () -> now.full(false));
    }

    void backUp() {
        world.tell(() -> "the server is backed up");
        backup = new MemoryDisk(disk);
        snapshotsBackup = new SimSnapshots(snapshots);
        if (journal != null) {
            safe = journal.lastIndex();
        }
    }

    /** What is known is written down, for the next start. */
    void snapshot() {
        Ledger current = ledger;
        if (current != null) {
            current.snapshot()
                    .ifPresent(content -> {
                        world.tell(() -> "the server keeps a snapshot");
                        SimServer.write(snapshots, content);
                    });
        }
    }

    static void write(SimSnapshots snapshots, Snapshots.Content content) {
        try {
            snapshots.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restore(Random luck) {
        world.tell(() -> "the server's disk is lost");
        crash(luck);
        disk = new MemoryDisk(backup);
        // Nobody is bound to put back what belongs together.
        switch (luck.nextInt(3)) {
            case 0 -> snapshots.lose();
            case 1 -> snapshots = new SimSnapshots(snapshotsBackup);
            default -> {}
        }
        safe = 0;
        if (world.mutant() != Mutant.NO_GENERATION) {
            generations++;
            generation = "life-" + generations;
            bornAt = -1;
        }
        world.checks().storeRestored(generation);
    }

    void heal() {
        disk.full(false);
        fuse = null;
        start();
    }

    /** The office orders something; what could not be written is ordered again later. */
    void plan(List<PlanFact> facts) {
        List<PlanFact> all = new ArrayList<>(unplanned);
        all.addAll(facts);
        unplanned = all;
        Ledger current = ledger;
        if (current == null || all.isEmpty()) {
            return;
        }
        if (work(
                () -> {
                    current.stageOwn(null, (floor, now) -> all);
                    current.commit();
                })) {
            world.tell(() -> "the office plans " + all.size() + " facts");
            unplanned = List.of();
            announce(current);
        }
    }

    /** False when it could not be done. */
    private boolean work(Runnable work) {
        try {
            work.run();
            return true;
        } catch (SimStore.Full e) {
            Ledger current = ledger;
            if (current != null) {
                current.unstage();
            }
            return false;
        } catch (PowerCut e) {
            crash(world.chance());
            return false;
        }
    }

    void push(StationCode station, byte[] body, Mailbox from) {
        if (ledger == null) {
            return;
        }
        try {
            PushedBatch batch = PushedBatch.check(station, EventBatch.read(body, PushHeader.class));
            if (waiting.isEmpty()) {
                int start = starts;
                world.after(
                        world.chance().nextInt(5),
                        () -> {
                            if (starts == start) {
                                processGroup();
                            }
                        });
            }
            waiting.add(new Waiting(batch, from));
        } catch (RefusalException e) {
            from.refused(code(e), e.detail());
        } catch (MalformedMessageException e) {
            throw new AssertionError("a bench sent what can't be read", e);
        }
    }

    private static String code(RefusalException refusal) {
        return refusal.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Stores what waits and answers. */
    void processGroup() {
        Ledger current = ledger;
        if (current == null) {
            return;
        }
        List<Waiting> group = List.copyOf(waiting);
        waiting.clear();
        List<Runnable> answers = new ArrayList<>();
        boolean done =
                work(() -> {
                    for (Waiting one : group) {
                        answers.add(staged(current, one));
                    }
                    current.commit();
                });
        if (done) {
            answers.forEach(Runnable::run);
            announce(current);
        } else if (ledger != null) {
            group.forEach(one -> one.from().refused("unavailable", "no room"));
        }
    }

    private Runnable staged(Ledger current, Waiting one) {
        try {
            current.stage(one.batch());
            return () -> one.from().pushed(WireJson.write(reply(current.outcome(one.batch()))));
        } catch (RefusalException e) {
            return () -> one.from().refused(code(e), e.detail());
        }
    }

    private PushReply reply(PushOutcome outcome) {
        return new PushReply(
                generation,
                outcome.epoch(),
                outcome.mark(),
                outcome.position(),
                clocks.read().time().toEpochMilli(),
                safe);
    }

    private void announce(Ledger current) {
        long position = current.reconciler().position();
        world.benches().forEach(bench -> bench.news(position));
    }

    void fetch(Cursor cursor, int eventsMax, Mailbox from) {
        Ledger current = ledger;
        if (current == null) {
            return;
        }
        try {
            EventBatch<FeedHeader> page =
                    FeedPage.of(
                            current.store(),
                            current.reconciler().position(),
                            cursor.generation() == null ? "" : cursor.generation(),
                            cursor.position(),
                            Math.min(pageMax, eventsMax),
                            clocks.read().time().toEpochMilli());
            from.page(bytes(page));
        } catch (RefusalException e) {
            from.refused(code(e), e.detail());
        }
    }

    /** The one it has, or one of now. */
    void bootstrap(Mailbox from) {
        Ledger current = ledger;
        if (current == null) {
            return;
        }
        PackedBase known = base;
        if (known == null || world.chance().nextInt(3) > 0) {
            known = packed(current.base());
            base = known;
        }
        from.base(known);
    }

    private static PackedBase packed(Base base) {
        try {
            return PackedBase.of(base, Base.ourBuild().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void history(Cursor cursor, HistoryQuery query, long after, Mailbox from) {
        Ledger current = ledger;
        if (current == null) {
            return;
        }
        if (!generation.equals(cursor.generation())) {
            from.refused("generation", "another life");
            return;
        }
        boolean forgets = world.mutant() == Mutant.NOTHING_REMEMBERED;
        from.page(
                bytes(
                        HistoryPage.of(
                                current.store(),
                                query,
                                forgets ? List.of() : current.places(query),
                                after,
                                current.reconciler().position(),
                                clocks.read().time().toEpochMilli())));
    }

    private static byte[] bytes(EventBatch<FeedHeader> page) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            page.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable Ledger ledger() {
        return ledger;
    }
}
