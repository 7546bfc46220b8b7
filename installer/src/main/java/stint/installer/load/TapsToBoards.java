package stint.installer.load;

import stint.clock.SystemClocks;
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
import stint.domain.plan.StationUse;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.installer.ServerClient;
import stint.installer.bench.Sample;
import stint.station.board.BoardFeed;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.sync.Link;
import stint.wire.protocol.BoardView;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a tap at an enrolled bench takes to every board that follows: written and forced, signed
 * and sent, folded, drawn by the server, read by the board (BD-1).
 */
final class TapsToBoards {

    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final OperatorCode OPERATOR = new OperatorCode("1001");
    private static final TaskId TASK = new TaskId("JT-PAGES", 1);
    private static final int TARGET = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** People don't tap faster; what a burst of them adds is the pause that boards make anyway. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Of so many taps one more is made before, to warm up. */
    private static final int WARM_UP = 4;

    private final PagesOrder order;
    private final StationCore core;
    private final Arrivals web;
    private final Arrivals walls;
    private long count;

    private TapsToBoards(PagesOrder order, StationCore core) {
        this.order = order;
        this.core = core;
        web = new Arrivals(order.web());
        walls = new Arrivals(order.walls());
    }

    /** Measures on a server of its own. */
    static PagesReport.Taps measure(PagesOrder order, Path directory, String site)
            throws Exception {
        Path store = directory.resolve("server");
        Path data = directory.resolve("bench");
        try (ServerUnderLoad server = ServerUnderLoad.start(store, null);
                ServerClient office = server.console()) {
            office.plan(plan());
            office.enrol(BENCH, StationUse.BENCH, data);
            StationConfig config =
                    new StationConfig(BENCH, site, data, server.uri(), new SystemClocks(), true);
            try (StationCore core = StationCores.open(config)) {
                core.syncNow().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return new TapsToBoards(order, core).watched(server.uri());
            }
        }
    }

    private static List<PlanFact> plan() {
        return List.of(
                new PlanFact.OperatorRegistered(
                        new Operator(OPERATOR, "Nam", "en", Role.OPERATOR, null, null)),
                new PlanFact.StationRegistered(new Station(BENCH, SecondStartPolicy.SWITCH)),
                new PlanFact.JobReleased(
                        new Job(
                                TASK.ticket(),
                                "Pages",
                                Line.OEM,
                                TARGET,
                                0,
                                List.of(new Task(TASK, "Tap", ProcessMode.BATCH)),
                                List.of(),
                                List.of(),
                                null,
                                null)));
    }

    private PagesReport.Taps watched(URI server) throws Exception {
        List<BoardFeed> feeds = new ArrayList<>();
        try (WebBoards browsers = new WebBoards(server, web)) {
            browsers.open(order.web());
            for (int number = 0; number < order.walls(); number++) {
                feeds.add(wall(server, number));
            }
            feeds.forEach(BoardFeed::start);
            taps(Math.max(1, order.taps() / WARM_UP));
            web.forget();
            walls.forget();
            taps(order.taps());
        } finally {
            feeds.forEach(BoardFeed::close);
        }
        return new PagesReport.Taps(Sample.ofNanos(web.took()), Sample.ofNanos(walls.took()));
    }

    private BoardFeed wall(URI server, int number) {
        return new BoardFeed(
                new Link(server, null),
                InstantSource.system(),
                known -> {
                    BoardView view = known.view();
                    if (view != null && !view.jobs().isEmpty()) {
                        walls.shows(number, view.jobs().getFirst().tasks().getFirst().good());
                    }
                });
    }

    private void taps(int times) throws Exception {
        for (int time = 0; time < times; time++) {
            count++;
            web.expect(count);
            walls.expect(count);
            tap();
            web.await(PATIENCE);
            walls.await(PATIENCE);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void tap() throws Exception {
        Outcome outcome =
                core.submit(
                                core.newCommand(),
                                new Command.Complete(OPERATOR, TASK, 1, List.of(), null))
                        .toCompletableFuture()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IOException("a tap was not recorded: " + outcome);
        }
    }
}
