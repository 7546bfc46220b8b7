package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import stint.clock.Clocks;
import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.StationUse;
import stint.domain.work.Command;
import stint.installer.ServerClient;
import stint.installer.demo.DemoDay;
import stint.installer.demo.DemoOffice;
import stint.installer.simulate.Plan;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.sync.Link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A real server on loopback with the demo's floor on it, and a planner, a supervisor, an
 * administrator and an operator who speak one language. Its clock can be put forward. Any thread.
 */
final class DeskSite implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.systemDefault();
    static final String PLANNER = "P1";
    static final String SUPERVISOR = "S1";
    static final String ADMIN = "A1";
    static final String OPERATOR = "O1";
    static final String PIN = "274951";

    private static final int PATIENCE_S = 20;
    private static final String HASH = Pins.hash(PIN.toCharArray());

    private final Path directory;
    private final Ahead clocks = new Ahead();
    private final ServerClient console;
    private final URI uri;
    private SyncServer server;
    private boolean up = true;

    private DeskSite(Path directory) throws IOException {
        this.directory = directory;
        this.server = start(0);
        this.uri = server.uri();
        this.console = ServerClient.console(store());
    }

    /** A site on which nothing is planned but people. */
    static DeskSite empty(Path directory, String language) throws IOException {
        DeskSite site = new DeskSite(directory);
        site.console.plan(
                List.of(
                        person(PLANNER, "Ploy Srisai", Role.PLANNER, language),
                        person(SUPERVISOR, "Somchai Rattana", Role.SUPERVISOR, language),
                        person(ADMIN, "Suda Prasert", Role.ADMIN, language),
                        person(OPERATOR, "Malee Thong", Role.OPERATOR, language)));
        return site;
    }

    /** A site with all that the demo's planners have planned. */
    static DeskSite demo(Path directory, String language) throws IOException {
        DeskSite site = empty(directory, language);
        site.console.plan(Plan.of(DemoDay.of(1, site.today()), operator -> operator));
        new DemoOffice(site.console, site.today()).plan();
        return site;
    }

    private static PlanFact person(String code, String name, Role role, String language) {
        return new PlanFact.OperatorRegistered(
                new Operator(new OperatorCode(code), name, language, role, null, HASH));
    }

    private SyncServer start(int port) {
        return SyncServer.start(
                new ServerConfig(
                        "SITE", "127.0.0.1", port, store(), clocks, ServerConfig.Access.REQUIRED));
    }

    private Path store() {
        return directory.resolve("server");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clocks.read().time(), ZONE);
    }

    /** Days go by. */
    void later(Duration by) {
        clocks.ahead.updateAndGet(before -> before.plus(by));
    }

    Link link() {
        return new Link(uri, null, null);
    }

    /** Asks the server as an administrator at its console. */
    ServerClient console() {
        return console;
    }

    SyncServer server() {
        return server;
    }

    /** What is done at a bench, one command after the other. */
    interface Shift {

        void work(Bench bench) throws Exception;
    }

    /** Records commands. */
    interface Bench {

        /** The event that says so. */
        EventId record(Command command) throws Exception;

        /** All that was recorded so far is at the server when this returns. */
        void sync() throws Exception;
    }

    /** A bench that is new here comes to know the plan, records, and is switched off again. */
    void work(StationCode bench, Command... commands) throws Exception {
        work(
                bench,
                at -> {
                    for (Command command : commands) {
                        at.record(command);
                    }
                });
    }

    /** The same, where a command needs what came of another. */
    void work(StationCode bench, Shift shift) throws Exception {
        Path data = directory.resolve(bench.value());
        console.enrol(bench, StationUse.BENCH, data);
        try (StationCore core =
                StationCores.open(
                        new StationConfig(bench, "SITE", data, uri, new SystemClocks(), false))) {
            Bench at = new Connected(core);
            at.sync();
            shift.work(at);
            at.sync();
        }
    }

    private record Connected(StationCore core) implements Bench {

        @Override
        public EventId record(Command command) throws Exception {
            Outcome outcome =
                    core.submit(core.newCommand(), command)
                            .toCompletableFuture()
                            .get(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(outcome).as(command.toString()).isInstanceOf(Outcome.Recorded.class);
            return ((Outcome.Recorded) outcome).event().id();
        }

        @Override
        public void sync() throws Exception {
            core.syncNow().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        }
    }

    void stopServer() {
        up = false;
        server.close();
    }

    /** Starts the server again where it was. */
    void restartServer() {
        server = start(uri.getPort());
        up = true;
    }

    @Override
    public void close() {
        console.close();
        if (up) {
            server.close();
        }
    }

    /** The machine's clock, put forward. */
    private static final class Ahead implements Clocks {

        private final Clocks system = new SystemClocks();
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        @Override
        public TimeReading read() {
            TimeReading now = system.read();
            long more = ahead.get().toMillis();
            return new TimeReading(
                    now.wall().plusMillis(more),
                    now.zoneOffsetMinutes(),
                    now.boot(),
                    now.monotonicMillis() + more,
                    now.offsetMillis(),
                    now.errorMillis());
        }
    }
}
