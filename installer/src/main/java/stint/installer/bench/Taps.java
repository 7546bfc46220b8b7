package stint.installer.bench;

import stint.board.BoardKnown;
import stint.clock.Clocks;
import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.TaskState;
import stint.installer.ServerClient;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.board.BoardFeed;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.sync.Link;
import stint.station.ui.KioskOptions;
import stint.wire.protocol.BoardView;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A bench and a server on this machine, tapped as fast as they confirm. */
final class Taps implements AutoCloseable {

    static final String SITE = "bench";
    static final String BENCH = "BENCH-1";
    static final OperatorCode OPERATOR = new OperatorCode("1001");
    static final String PIN = "482915";
    static final TaskId TASK = new TaskId("JT-BENCH", 1);

    private static final int PATIENCE_SECONDS = 30;

    /** Between two taps that are followed to the board: people don't tap faster. */
    private static final long PAUSE_MS = 120;

    private final SyncServer server;
    private final StationCore core;
    private final Clocks clocks;

    private Taps(SyncServer server, StationCore core, Clocks clocks) {
        this.server = server;
        this.core = core;
        this.clocks = clocks;
    }

    /**
     * Starts both.
     *
     * @param sync whether the bench sends each tap at once
     */
    static Taps open(Path directory, boolean sync) throws Exception {
        SyncServer server =
                SyncServer.start(
                        new ServerConfig(
                                SITE,
                                "127.0.0.1",
                                0,
                                directory.resolve("server"),
                                new SystemClocks(),
                                ServerConfig.Access.OPEN));
        StationCode code = new StationCode(BENCH);
        try (ServerClient client = new ServerClient(server.uri())) {
            client.plan(
                    List.of(
                            new PlanFact.OperatorRegistered(
                                    new Operator(
                                            OPERATOR,
                                            "Nam",
                                            "en",
                                            Role.OPERATOR,
                                            null,
                                            Pins.hash(PIN.toCharArray()))),
                            new PlanFact.StationRegistered(
                                    new Station(code, SecondStartPolicy.SWITCH)),
                            new PlanFact.JobReleased(job())));
        }
        Clocks clocks = new SystemClocks();
        StationCore core =
                StationCores.open(
                        new StationConfig(
                                code, SITE, benchIn(directory), server.uri(), clocks, sync));
        core.syncNow().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new Taps(server, core, clocks);
    }

    /** Where the bench of such a directory is. */
    static Path benchIn(Path directory) {
        return directory.resolve("bench");
    }

    private static Job job() {
        return new Job(
                TASK.ticket(),
                "Bench",
                Line.OEM,
                1_000_000,
                0,
                List.of(new Task(TASK, "Tap", ProcessMode.BATCH)),
                List.of(),
                List.of(),
                null,
                null);
    }

    StationCore core() {
        return core;
    }

    KioskOptions kioskOptions() {
        return new KioskOptions(Locale.ENGLISH, ZoneId.systemDefault(), false, 96, clocks);
    }

    /** Good pieces of the task as the bench knows them. */
    long good() {
        return good(core);
    }

    /** The same of another bench. */
    static long good(StationCore bench) {
        return bench.state().floor().task(TASK).map(TaskState::good).orElse(0L);
    }

    /** From the tap to "recorded": on disk, forced, applied. */
    Sample toDurable(int times) throws Exception {
        return Sample.of(times, this::tap);
    }

    /** From the tap to the board having it. */
    Sample toBoard(int times) throws Exception {
        BlockingQueue<BoardKnown> heard = new LinkedBlockingQueue<>();
        try (BoardFeed feed =
                new BoardFeed(new Link(server.uri(), null), InstantSource.system(), heard::add)) {
            feed.start();
            long[] good = {0};
            tap();
            good[0]++;
            await(heard, good[0]);
            return Sample.paced(
                    times,
                    PAUSE_MS,
                    () -> {
                        tap();
                        good[0]++;
                        await(heard, good[0]);
                    });
        }
    }

    private void tap() throws Exception {
        Outcome outcome =
                core.submit(
                                core.newCommand(),
                                new Command.Complete(OPERATOR, TASK, 1, List.of(), null))
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException("a tap was not recorded: " + outcome);
        }
    }

    private static void await(BlockingQueue<BoardKnown> heard, long good) throws Exception {
        while (true) {
            BoardKnown known = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (known == null) {
                throw new IllegalStateException("a tap did not reach the board");
            }
            BoardView view = known.view();
            if (view != null
                    && !view.jobs().isEmpty()
                    && view.jobs().getFirst().tasks().getFirst().good() >= good) {
                return;
            }
        }
    }

    @Override
    public void close() {
        core.close();
        server.close();
    }
}
