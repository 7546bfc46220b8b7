package stint.installer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
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

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Two benches are killed with {@code kill -9} in the middle of bursts of completes, a hundred times
 * together ({@code -Dkills=N}); every tenth time their H2 store is deleted as well. Everything the
 * screen confirmed is on the server afterwards, once (SY-3, EV-1).
 */
class KilledBenchTest {

    private static final int KILLS = Integer.getInteger("kills", 100);
    private static final long SEED = Long.getLong("seed", 20_251_030L);
    private static final int TAPS_MAX = 40;
    private static final int STORE_DELETED_EVERY = 10;
    private static final TaskId TASK = new TaskId("JT1", 1);

    @TempDir Path directory;

    @Test
    void SY_3_what_was_confirmed_before_a_kill_is_on_the_server_once() throws Exception {
        try (SyncServer server = start();
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(plan());
            CompletableFuture<List<EventId>> first = killAll("BENCH-1", "A", server.uri());
            CompletableFuture<List<EventId>> second = killAll("BENCH-2", "B", server.uri());
            List<EventId> confirmed = new ArrayList<>(first.join());
            confirmed.addAll(second.join());
            drain("BENCH-1", server.uri());
            drain("BENCH-2", server.uri());

            List<Event> completes = completes(client);
            Set<EventId> stored = new HashSet<>();
            completes.forEach(event -> assertThat(stored.add(event.id())).isTrue());
            assertThat(confirmed).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
            assertThat(stored).as("seed %d", SEED).containsAll(confirmed);
            assertThat(server.picture().floor().task(TASK).orElseThrow().good())
                    .isEqualTo(completes.size());
        }
    }

    private SyncServer start() {
        return SyncServer.start(
                new ServerConfig(
                        "SITE",
                        "127.0.0.1",
                        0,
                        directory.resolve("server"),
                        new SystemClocks(),
                        ServerConfig.Access.OPEN));
    }

    private static List<PlanFact> plan() {
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

    /** Half of the kills, one after the other; the two benches side by side. */
    private CompletableFuture<List<EventId>> killAll(String bench, String operator, URI server) {
        Random random = new Random(SEED + bench.hashCode());
        return CompletableFuture.supplyAsync(() -> {
            List<EventId> confirmed = new ArrayList<>();
            for (int kill = 1; kill <= KILLS / 2; kill++) {
                confirmed.addAll(runAndKill(bench, operator, server, random));
                if (kill % STORE_DELETED_EVERY == 0) {
                    deleteStore(bench);
                }
            }
            return confirmed;
        });
    }

    private List<EventId> runAndKill(String bench, String operator, URI server, Random random) {
        int taps = 1 + random.nextInt(TAPS_MAX);
        List<EventId> confirmed = new ArrayList<>();
        try {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Xshare:auto",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    TappingBench.class.getName(),
                                    bench,
                                    directory.resolve(bench).toString(),
                                    server.toString(),
                                    operator,
                                    TASK.toString())
                            .redirectError(directory.resolve(bench + ".log").toFile())
                            .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                String line = lines.readLine();
                while (line != null) {
                    if (line.startsWith(TappingBench.CONFIRMED)) {
                        confirmed.add(
                                EventId.parse(line.substring(TappingBench.CONFIRMED.length())));
                    }
                    if (confirmed.size() == taps) {
                        // By its handle: what it printed until it is dead is still read.
                        process.toHandle().destroyForcibly();
                    }
                    line = lines.readLine();
                }
            }
            process.waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(confirmed).as("a bench that could not tap; see its log").isNotEmpty();
        return confirmed;
    }

    private void deleteStore(String bench) {
        Path store = directory.resolve(bench).resolve("store");
        try (Stream<Path> files = Files.exists(store) ? Files.walk(store) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The bench starts once more, in peace. */
    private void drain(String bench, URI server) throws IOException {
        try (StationCore core =
                StationCores.open(
                        new StationConfig(
                                new StationCode(bench),
                                "SITE",
                                directory.resolve(bench),
                                server,
                                new SystemClocks(),
                                false))) {
            SyncReport report = core.syncNow().toCompletableFuture().join();
            assertThat(report.complete()).as("%s", report).isTrue();
            assertThat(core.state().sync().unsent()).isZero();
            assertThat(directory.resolve(bench).resolve("snapshots")).isNotEmptyDirectory();
        }
    }

    private static List<Event> completes(ServerClient client) throws IOException {
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
}
