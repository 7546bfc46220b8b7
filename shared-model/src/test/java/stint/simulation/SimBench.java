package stint.simulation;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.journal.JournalFullException;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.journal.RecordLog;
import stint.sync.Backoff;
import stint.sync.Bench;
import stint.sync.HistoryElsewhereException;
import stint.sync.Keeping;
import stint.sync.PackedBase;
import stint.sync.SyncRound;
import stint.sync.SyncRound.Answer;
import stint.sync.SyncRound.Request;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.WireJson;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushReply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A bench: the program's own, on simulated disks, with a network and people around it. */
final class SimBench {

    private static final long ANSWER_MS = 3_000;
    private static final long POLL_MS = 5_000;

    /** So small that a few taps fill one; other benches have all they record in one. */
    private static final int SMALL_SEGMENT_BYTES = 1_000;

    private static final int LARGE_SEGMENT_BYTES = 16 * 1024;

    private final World world;
    private final StationCode code;
    private final int number;
    private final int batchMax;
    private final Backoff backoff;
    private MemoryDisk ownDisk = new MemoryDisk();
    private MemoryDisk feedDisk = new MemoryDisk();
    private SimSnapshots snapshots = new SimSnapshots();
    private SimSnapshots snapshotsImage = new SimSnapshots();
    private @Nullable MemoryDisk ownImage;
    private @Nullable MemoryDisk feedImage;
    private boolean startedSinceImage;
    private boolean recordedSinceStart;
    private boolean mustHear;
    private int disk;
    private int newestHeard;
    private boolean off;
    private long wallOffset;
    private long boot;
    private long bootedAt;
    private int starts;
    private @Nullable MemoryJournal own;
    private @Nullable MemoryJournal feed;
    private @Nullable Bench bench;
    private @Nullable CheckedPort port;
    private Clocks clocks = SimulatedClocks.of(() -> 0, 0, () -> 0);
    private @Nullable SyncRound round;
    private long exchange;
    private long askedAt;
    private MemoryJournal.@Nullable Moment fuse;
    private boolean poisonNext;
    private boolean newerRelease;
    private long deafUntil;
    private long muteUntil;
    private EventId lastRecorded;

    SimBench(World world, StationCode code, int number) {
        this.world = world;
        this.code = code;
        this.number = number;
        batchMax = world.chance().nextInt(3) == 0 ? 1000 : 1 + world.chance().nextInt(10);
        backoff = new Backoff(world.chance(), Duration.ofMillis(500), Duration.ofSeconds(15));
        lastRecorded = new EventId(code, 1, 1);
    }

    StationCode code() {
        return code;
    }

    @Nullable Bench bench() {
        return bench;
    }

    void start() {
        if (bench != null || off) {
            return;
        }
        starts++;
        newerRelease = false;
        startedSinceImage = true;
        recordedSinceStart = false;
        if (boot == 0 || world.chance().nextBoolean()) {
            boot = number * 1000L + starts;
            bootedAt = world.now() - 10_000;
        }
        long since = bootedAt;
        clocks =
                SimulatedClocks.of(
                        () -> world.trueMillis() + wallOffset, boot, () -> world.now() - since);
        try {
            int segmentBytes = number % 2 == 1 ? SMALL_SEGMENT_BYTES : LARGE_SEGMENT_BYTES;
            MemoryJournal ownLog = new MemoryJournal(ownDisk, this::power, false, segmentBytes);
            MemoryJournal feedLog = new MemoryJournal(feedDisk, this::power, false);
            own = ownLog;
            feed = feedLog;
            RecordLog ownSeen = new MutableLog(ownLog, world.mutant(), this);
            RecordLog feedSeen =
                    world.mutant() == Mutant.CURSOR_BEFORE_DATA
                            ? new CursorFirstLog(feedLog)
                            : new TailLog(feedLog, world.mutant() == Mutant.TAIL_SKIPPED);
            Bench opened =
                    new Bench(
                            code,
                            World.SITE,
                            clocks,
                            ownSeen,
                            feedSeen,
                            new Keeping(snapshots, world.keep(), world.feed()));
            bench = opened;
            boolean returns = world.mutant() != Mutant.NOTHING_RETURNED;
            port = new CheckedPort(opened, batchMax, returns, world.checks());
            world.tell(() -> code + " starts, " + opened.unsentCount() + " unsent");
            world.checks().opened(opened);
        } catch (IOException e) {
            throw new AssertionError(code + " can't be opened", e);
        }
        int start = starts;
        world.after(backoff.beforeFirst().toMillis(), () -> poll(start));
    }

    private void power(MemoryJournal.Moment moment) {
        if (moment == fuse) {
            fuse = null;
            throw new PowerCut();
        }
    }

    /** Whether the event now written is one of a newer release. */
    boolean poisonsNow(byte[] body) {
        boolean now = poisonNext;
        poisonNext = false;
        if (now) {
            EventId id = idIn(body);
            world.tell(() -> id + " is poison");
            world.checks().poisoned(id);
            newerRelease = true;
        }
        return now;
    }

    private static EventId idIn(byte[] body) {
        try {
            return StoredEvent.read(body).id();
        } catch (UnreadableEventException e) {
            throw new AssertionError("a bench records what it can't read", e);
        }
    }

    void crash(Random luck) {
        MemoryJournal lostOwn = own;
        MemoryJournal lostFeed = feed;
        if (bench == null || lostOwn == null || lostFeed == null) {
            return;
        }
        world.tell(() -> code + " loses power");
        lostOwn.lost(luck);
        lostFeed.lost(luck);
        stopped();
        world.after(world.duration(luck), this::start);
    }

    private void stopped() {
        bench = null;
        port = null;
        round = null;
        fuse = null;
        poisonNext = false;
        starts++;
    }

    void restart() {
        if (bench == null) {
            return;
        }
        world.tell(() -> code + " is switched off and on");
        bench.close();
        stopped();
        start();
    }

    void crashAtNextWrite(Random luck) {
        fuse = MemoryJournal.Moment.values()[luck.nextInt(3)];
    }

    void image() {
        if (bench != null) {
            world.tell(() -> "the disk of " + code + " is copied");
            ownImage = new MemoryDisk(ownDisk);
            feedImage = new MemoryDisk(feedDisk);
            snapshotsImage = new SimSnapshots(snapshots);
            startedSinceImage = !recordedSinceStart;
        }
    }

    /** What is known is written down, for the next start. */
    void snapshot() {
        Bench current = bench;
        if (current != null && !newerRelease) { // This one does not read what that one keeps.
            current.snapshot()
                    .ifPresent(content -> {
                        world.tell(() -> code + " keeps a snapshot");
                        SimServer.write(snapshots, content);
                    });
        }
    }

    void goOnFromImage(Random luck) {
        MemoryDisk ownCopy = ownImage;
        MemoryDisk feedCopy = feedImage;
        if (bench == null || ownCopy == null || feedCopy == null) {
            return;
        }
        world.tell(() -> code + " goes on from the copy of its disk");
        // Where the copy can't tell which epochs have begun, people wait until the server was
        // heard.
        boolean epochsUnknown = startedSinceImage && world.mutant() != Mutant.NO_EPOCH;
        world.checks().diskLost(code);
        crash(luck);
        disk++;
        ownDisk = new MemoryDisk(ownCopy);
        feedDisk = new MemoryDisk(feedCopy);
        // Nobody is bound to copy what belongs together.
        switch (luck.nextInt(3)) {
            case 0 -> snapshots.lose();
            case 1 -> snapshots = snapshotsImage;
            default -> {}
        }
        mustHear |= epochsUnknown;
        ownImage = null;
        feedImage = null;
    }

    /** What had not arrived is gone; which numbers were used, the server must say first. */
    void replace(Random luck) {
        if (bench == null) {
            return;
        }
        world.tell(() -> "another machine takes the place of " + code);
        world.checks().diskLost(code);
        crash(luck);
        disk++;
        ownDisk = new MemoryDisk();
        feedDisk = new MemoryDisk();
        snapshots.lose();
        mustHear = true;
        ownImage = null;
        feedImage = null;
    }

    void setWallClock(Random luck) {
        wallOffset = luck.nextLong(-7_200_000, 7_200_000);
        world.tell(() -> "the wall clock of " + code + " is set " + wallOffset + " ms off");
    }

    void diskFull(Random luck) {
        world.tell(() -> "the disk of " + code + " is full");
        MemoryDisk ownNow = ownDisk;
        MemoryDisk feedNow = feedDisk;
        ownNow.full(true);
        feedNow.full(true);
        world.after(
                world.duration(luck),
                () -> {
                    ownNow.full(false);
                    feedNow.full(false);
                });
    }

    void partition(Random luck) {
        long end = world.now() + world.duration(luck);
        int which = luck.nextInt(3);
        world.tell(() -> code + " is cut off, in direction " + which);
        if (which != 0) {
            deafUntil = end;
        }
        if (which != 1) {
            muteUntil = end;
        }
    }

    void heal() {
        deafUntil = 0;
        muteUntil = 0;
        fuse = null;
        ownDisk.full(false);
        feedDisk.full(false);
        start();
    }

    void poison(Random luck) {
        poisonNext = true;
        tap(luck);
    }

    void tap(Random luck) {
        Bench current = bench;
        if (current == null || mustHear) {
            return;
        }
        Command command = Taps.command(luck, lastRecorded);
        try {
            tap(luck, current, command);
        } catch (HistoryElsewhereException e) {
            world.tell(() -> code + " has to ask the server before " + command);
            current.want(e.query());
        }
    }

    private void tap(Random luck, Bench current, Command command) {
        TimeReading now = clocks.read();
        if (Decider.decide(current.floor(), command, code, now)
                instanceof Decision.Accepted accepted) {
            try {
                Event event =
                        current.record(
                                current.lastCommand() + 1,
                                command.operator(),
                                accepted.fact(),
                                now);
                lastRecorded = event.id();
                recordedSinceStart = true;
                world.tell(() -> event.id() + " " + event.fact());
                world.checks().confirmed(event.id());
                wake();
            } catch (JournalFullException e) {
                world.tell(() -> code + " refuses: its disk is full");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (PowerCut e) {
                crash(luck);
            }
        }
    }

    /** The live stream pokes. */
    void news(long position) {
        if (world.now() >= deafUntil) {
            world.deliver(() -> {
                Bench current = bench;
                if (current != null && current.cursor().position() != position) {
                    wake();
                }
            });
        }
    }

    private void wake() {
        if (round == null && bench != null) {
            begin();
        }
    }

    private void poll(int start) {
        if (start != starts || bench == null) {
            return;
        }
        if (round == null) {
            begin();
        }
        world.after(round == null ? POLL_MS : backoff.afterFailure().toMillis(), () -> poll(start));
    }

    private void begin() {
        CheckedPort current = port;
        if (current != null) {
            round = new SyncRound(current);
            step();
        }
    }

    private void step() {
        SyncRound current = round;
        if (current == null) {
            return;
        }
        Optional<Request> request = current.next();
        if (request.isPresent()) {
            ask(request.get());
        } else {
            if (current.problem() == null) {
                mustHear = false;
                backoff.succeeded();
            }
            round = null;
            letGo();
        }
    }

    private void letGo() {
        Bench current = bench;
        try {
            if (current != null && current.letGo()) {
                world.tell(() -> code + " lets go of what is safe");
            }
        } catch (PowerCut e) {
            crash(world.chance());
        }
    }

    private void ask(Request request) {
        exchange++;
        long question = exchange;
        askedAt = world.now();
        SimServer.Mailbox mailbox = mailbox(question);
        if (request instanceof Request.Bootstrap) {
            world.tell(() -> code + " asks for a base");
        } else if (request instanceof Request.History history) {
            world.tell(() -> code + " asks what was before: " + history.query());
        }
        if (world.now() >= muteUntil) {
            switch (request) {
                case Request.Push(var batch) -> push(code, batch, mailbox);
                case Request.Return(var batch) -> push(StationCode.SERVER, batch, mailbox);
                case Request.Fetch(var cursor, int eventsMax) ->
                        ask(() -> world.server().fetch(cursor, eventsMax, mailbox));
                case Request.Bootstrap() -> ask(() -> world.server().bootstrap(mailbox));
                case Request.History(var cursor, var query, long after) ->
                        ask(() -> world.server().history(cursor, query, after, mailbox));
            }
        }
        world.after(
                ANSWER_MS,
                () -> {
                    if (question == exchange && round != null) {
                        round.failed("no answer in time");
                        step();
                    }
                });
    }

    private void push(StationCode whose, EventBatch<?> batch, SimServer.Mailbox mailbox) {
        byte[] bytes = bytes(batch);
        world.checks().sent(whose, bytes);
        ask(() -> world.server().push(whose, bytes, mailbox));
    }

    /**
     * Once another machine has spoken, nothing arrives that the one before it sent: it has enrolled
     * in turn with all that waited to be written, so the old key is worth nothing. A disk that was
     * copied has the same key; it takes its place later than anything is on its way.
     */
    private void ask(Runnable request) {
        int sender = disk;
        world.deliver(() -> {
            if (sender > newestHeard) {
                world.server().processGroup();
                newestHeard = sender;
            }
            if (sender == newestHeard) {
                request.run();
            }
        });
    }

    private static byte[] bytes(EventBatch<?> batch) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            batch.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimServer.Mailbox mailbox(long question) {
        return new SimServer.Mailbox() {
            @Override
            public void pushed(byte[] reply) {
                arrive(question, () -> new Answer.Pushed(WireJson.read(reply, PushReply.class)));
            }

            @Override
            public void page(byte[] page) {
                arrive(question, () -> new Answer.Page(EventBatch.read(page, FeedHeader.class)));
            }

            @Override
            public void base(PackedBase base) {
                arrive(question, () -> new Answer.Bootstrapped(base));
            }

            @Override
            public void refused(String why, String detail) {
                CheckedPort current = port;
                boolean counts = world.mutant() == Mutant.COUNTED_ACKNOWLEDGEMENTS;
                arrive(
                        question,
                        () ->
                                counts && current != null && why.equals("unavailable")
                                        ? new Answer.Pushed(current.asIfAllWereTaken())
                                        : new Answer.Refused(why, detail));
            }
        };
    }

    private interface Reading {
        Answer read() throws MalformedMessageException;
    }

    /** An answer counts only for the question that is open: the connection has closed on others. */
    private void arrive(long question, Reading answer) {
        if (world.now() < deafUntil) {
            return;
        }
        world.deliver(() -> {
            SyncRound current = round;
            if (question != exchange || current == null) {
                return;
            }
            exchange++;
            try {
                current.answered(answer.read(), Duration.ofMillis(world.now() - askedAt));
                step();
            } catch (UncheckedIOException e) {
                world.tell(() -> code + " can't keep what it fetched");
                round = null;
            } catch (MalformedMessageException e) {
                throw new AssertionError("the server sent what can't be read", e);
            } catch (PowerCut e) {
                crash(world.chance());
            }
        });
    }
}
