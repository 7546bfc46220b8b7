package stint.installer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import stint.clock.SystemClocks;
import stint.domain.event.Event;
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
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.installer.ServerClient;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.core.SyncReport;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A site in a directory: one server, two operators, two benches, one batch task without end. */
final class CrashSite {

    static final TaskId TASK = new TaskId("JT1", 1);

    private final Path directory;

    CrashSite(Path directory) {
        this.directory = directory;
    }

    Path bench(String code) {
        return directory.resolve(code);
    }

    Path serverStore() {
        return directory.resolve("server");
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any
     */
    SyncServer start(int port) {
        return SyncServer.start(
                new ServerConfig(
                        "SITE",
                        "127.0.0.1",
                        port,
                        serverStore(),
                        new SystemClocks(),
                        ServerConfig.Access.OPEN));
    }

    static List<PlanFact> plan() {
        List<PlanFact> facts = new ArrayList<>();
        for (String code : List.of("A", "B")) {
            facts.add(
                    new PlanFact.OperatorRegistered(
                            new Operator(
                                    new OperatorCode(code),
                                    code,
                                    "th",
                                    Role.OPERATOR,
                                    null,
                                    null)));
        }
        for (String code : List.of("BENCH-1", "BENCH-2")) {
            facts.add(
                    new PlanFact.StationRegistered(
                            new Station(new StationCode(code), SecondStartPolicy.SWITCH)));
        }
        facts.add(
                new PlanFact.JobReleased(
                        new Job(
                                TASK.ticket(),
                                "Tote",
                                Line.OEM,
                                1_000_000,
                                0,
                                List.of(new Task(TASK, "Sew", ProcessMode.BATCH)),
                                List.of(),
                                List.of(),
                                null,
                                null)));
        return facts;
    }

    /** The bench starts once more, in peace, and has sent all afterwards. */
    void drain(String bench, URI server) throws IOException {
        try (StationCore core = open(bench, bench(bench), server)) {
            SyncReport report = core.syncNow().toCompletableFuture().join();
            assertThat(report.complete()).as("%s", report).isTrue();
            assertThat(core.state().sync().unsent()).isZero();
            assertThat(bench(bench).resolve("snapshots")).isNotEmptyDirectory();
        }
    }

    /** A bench starts in another place and sends what it can. */
    static void sync(String bench, Path place, URI server) throws IOException {
        try (StationCore core = open(bench, place, server)) {
            core.syncNow().toCompletableFuture().join();
        }
    }

    private static StationCore open(String bench, Path place, URI server) throws IOException {
        return StationCores.open(
                new StationConfig(
                        new StationCode(bench), "SITE", place, server, new SystemClocks(), false));
    }

    static List<Event> completes(ServerClient client) throws IOException {
        List<Event> completes = new ArrayList<>();
        long after = 0;
        ServerClient.Page page = client.feed(after);
        while (!page.events().isEmpty()) {
            page.events().stream()
                    .filter(event -> event.fact() instanceof WorkFact.Completed)
                    .forEach(completes::add);
            after = page.header().to();
            page = client.feed(after);
        }
        return completes;
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.exists(tree) ? Files.walk(tree) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** As somebody copies a disk: what was there before is gone. */
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
