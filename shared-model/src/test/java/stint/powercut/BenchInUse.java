package stint.powercut;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.Task;
import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.journal.RecordLog;
import stint.sync.Bench;
import stint.sync.Entry;
import stint.sync.HistoryElsewhereException;
import stint.sync.Keeping;
import stint.sync.PlainServer;
import stint.sync.SyncRound;
import stint.wire.snapshot.SnapshotFiles;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A bench that works beside another one, takes a base as often as it can, lets go of what is safe
 * and keeps snapshots, with a recording of all that reaches its disk.
 */
final class BenchInUse {

    static final StationCode CODE = new StationCode("BENCH-1");

    private static final StationCode OTHER = new StationCode("BENCH-2");
    private static final Keeping.Feed OFTEN = new Keeping.Feed(20, 15);
    private static final Keeping.Feed NEVER = new Keeping.Feed(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final JournalOptions SMALL = new JournalOptions(4 * 1024, 0);
    private static final int STEPS = 120;
    private static final int TAPS_MAX = 8;
    private static final int TASKS = 3;

    private final Random luck;
    private final Duration keep;
    private final Recording recording = new Recording(List.of());
    private final List<EventId> confirmed = new ArrayList<>();
    private final MemoryDisk otherOwn = new MemoryDisk();
    private final MemoryDisk otherFeed = new MemoryDisk();
    private long millis = 1_761_811_200_000L;
    private final Clocks clocks = SimulatedClocks.of(() -> millis, 1, () -> millis);
    private final PlainServer server = new PlainServer("one", clocks);

    BenchInUse(Random luck) {
        this.luck = luck;
        keep = luck.nextBoolean() ? Duration.ZERO : Keeping.KEEP_DEFAULT;
    }

    /** All that reached the disk, what was confirmed and what the server had. */
    List<Write> writes() {
        return recording.writes();
    }

    /** What was confirmed, by its number. */
    List<EventId> confirmed() {
        return confirmed;
    }

    /** The server as it was when it had so much. */
    PlainServer serverOf(Write.Published published) {
        List<Entry> had = server.entries().subList(0, published.last());
        return new PlainServer("one", clocks, had, published.safe());
    }

    /** A day of it, in a directory that is gone afterwards. */
    void use(Path below) throws Exception {
        for (String person : List.of("A", "B")) {
            server.plan(
                    new PlanFact.OperatorRegistered(
                            new Operator(
                                    new OperatorCode(person),
                                    person,
                                    "en",
                                    Role.OPERATOR,
                                    null,
                                    null)));
        }
        server.plan(new PlanFact.JobReleased(job()));
        published();
        Path directory = Files.createDirectory(below.resolve("used"));
        for (String part : List.of("own", "feed", "snapshots")) {
            Files.createDirectory(directory.resolve(part));
        }
        Bench other =
                new Bench(
                        OTHER,
                        "SITE",
                        clocks,
                        new MemoryJournal(otherOwn, moment -> {}, false),
                        new MemoryJournal(otherFeed, moment -> {}, false),
                        new Keeping(Snapshots.NONE, keep, NEVER));
        try (other) {
            use(directory, other);
        }
        Cut.delete(directory);
    }

    private void use(Path directory, Bench other) throws Exception {
        int step = 0;
        while (step < STEPS) {
            Snapshots snapshots = SnapshotFiles.in(recorded(directory, "snapshots"));
            RecordLog own = Journal.open(recorded(directory, "own"), SMALL);
            RecordLog feed = Journal.open(recorded(directory, "feed"), SMALL);
            try (Bench bench = open(own, feed, snapshots)) {
                boolean on = true;
                while (on && step < STEPS) {
                    step++;
                    on = step(bench, other, snapshots);
                }
            }
        }
    }

    /**
     * @return false when it is to be switched off
     */
    private boolean step(Bench bench, Bench other, Snapshots snapshots) throws Exception {
        switch (luck.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> tap(bench).ifPresent(this::confirmed);
            case 5, 6 -> {
                for (int taps = luck.nextInt(TAPS_MAX); taps >= 0; taps--) {
                    Optional<EventId> _ = tap(other);
                }
                sync(other);
            }
            case 7, 8, 9, 10 -> sync(bench);
            case 11, 12 -> {
                server.backUp();
                published();
            }
            case 13 -> {
                boolean _ = bench.letGo();
            }
            case 14 -> {
                Optional<Snapshots.Content> content = bench.snapshot();
                if (content.isPresent()) {
                    snapshots.write(content.get());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Path recorded(Path directory, String part) {
        return RecordedFiles.below(directory.resolve(part), recording.in(part));
    }

    /** The bench on what a cut left of its disk. */
    Bench open(Path left) throws IOException {
        for (String part : List.of("own", "feed", "snapshots")) {
            Files.createDirectories(left.resolve(part));
        }
        return open(
                Journal.open(left.resolve("own"), SMALL),
                Journal.open(left.resolve("feed"), SMALL),
                SnapshotFiles.in(left.resolve("snapshots")));
    }

    private Bench open(RecordLog own, RecordLog feed, Snapshots snapshots) throws IOException {
        return new Bench(CODE, "SITE", clocks, own, feed, new Keeping(snapshots, keep, OFTEN));
    }

    private void sync(Bench bench) throws Exception {
        SyncRound round = new SyncRound(bench);
        Optional<SyncRound.Request> next = round.next();
        while (next.isPresent()) {
            SyncRound.Answer answer = server.answer(bench.station(), next.get());
            published();
            round.answered(answer, Duration.ZERO);
            next = round.next();
        }
        String problem = round.problem();
        if (problem != null) {
            throw new AssertionError(problem);
        }
    }

    private void published() {
        recording.add(new Write.Published((int) server.last(), (int) server.safe()));
    }

    /** Somebody does something at a bench; what needs history that is elsewhere is left. */
    Optional<EventId> tap(Bench bench) throws IOException {
        millis += 1 + luck.nextInt(60_000);
        OperatorCode who = new OperatorCode(luck.nextBoolean() ? "A" : "B");
        TaskId task = new TaskId("JT1", 1 + luck.nextInt(TASKS));
        Fact fact =
                switch (luck.nextInt(8)) {
                    case 0, 1 -> new WorkFact.Started(task, null, null, List.of(), null, null);
                    case 2 -> new WorkFact.ShiftEnded();
                    case 3 -> correction(task);
                    default -> new WorkFact.Completed(task, null, 1, List.of(), null);
                };
        try {
            return Optional.of(
                    bench.record(bench.lastCommand() + 1, who, fact, clocks.read()).id());
        } catch (HistoryElsewhereException e) {
            bench.want(e.query());
            return Optional.empty();
        }
    }

    private void confirmed(EventId id) {
        confirmed.add(id);
        recording.add(new Write.Confirmed(List.of(confirmed.size() - 1)));
    }

    private Fact correction(TaskId task) {
        return confirmed.isEmpty()
                ? new WorkFact.Started(task, null, null, List.of(), null, null)
                : new Correction.Voided(confirmed.get(luck.nextInt(confirmed.size())), "wrong");
    }

    private static Job job() {
        List<Task> tasks = new ArrayList<>();
        for (int number = 1; number <= TASKS; number++) {
            tasks.add(new Task(new TaskId("JT1", number), "Sew " + number, ProcessMode.BATCH));
        }
        return new Job(
                "JT1",
                "Tote",
                Line.OEM,
                12,
                Job.TOLERANCE_DEFAULT,
                tasks,
                List.of(),
                List.of(),
                null,
                null);
    }
}
