package stint.installer.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.installer.ServerClient;
import stint.server.SyncServer;
import stint.wire.protocol.ExceptionView;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Benches in processes of their own on days when much goes wrong: what a screen confirmed is on the
 * server once, or a person is told (SY-3).
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HardDaysTest {

    private static final String BENCH = "BENCH-1";

    @TempDir private Path directory;

    private List<EventId> tap(Path bench, URI server, String mode, int taps) {
        return BenchProcess.runAndKill(bench, BENCH, "A", server, mode, taps);
    }

    private static void allOnce(ServerClient client, SyncServer server, List<EventId> confirmed)
            throws IOException {
        List<EventId> stored = CrashSite.completes(client).stream().map(Event::id).toList();
        assertThat(stored).doesNotHaveDuplicates().containsAll(confirmed);
        assertThat(server.picture().floor().task(CrashSite.TASK).orElseThrow().good())
                .isEqualTo(stored.size());
    }

    @Test
    void SY_3_a_server_put_back_from_an_old_copy_is_given_again_what_it_lacks() throws Exception {
        CrashSite site = new CrashSite(directory);
        Path bench = site.bench(BENCH);
        Path backup = directory.resolve("backup");
        int port;
        List<EventId> confirmed = new ArrayList<>();
        try (SyncServer server = site.start(0);
                ServerClient client = new ServerClient(server.uri())) {
            port = server.uri().getPort();
            client.plan(CrashSite.plan());
            confirmed.addAll(tap(bench, server.uri(), TappingBench.STEADY, 30));
        }
        CrashSite.copy(site.serverStore(), backup);
        try (SyncServer server = site.start(port)) {
            confirmed.addAll(tap(bench, server.uri(), TappingBench.STEADY, 30));
            site.drain(BENCH, server.uri());
        }
        CrashSite.copy(backup, site.serverStore());
        try (SyncServer server = site.start(port);
                ServerClient client = new ServerClient(server.uri())) {
            confirmed.addAll(tap(bench, server.uri(), TappingBench.STEADY, 30));
            site.drain(BENCH, server.uri());
            allOnce(client, server, confirmed);
        }
    }

    @Test
    void SY_3_a_copied_bench_that_hears_the_server_uses_no_number_again() throws Exception {
        CrashSite site = new CrashSite(directory);
        Path bench = site.bench(BENCH);
        Path copy = directory.resolve("copy");
        try (SyncServer server = site.start(0);
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(CrashSite.plan());
            List<EventId> confirmed =
                    new ArrayList<>(tap(bench, server.uri(), TappingBench.STEADY, 20));
            CrashSite.copy(bench, copy);
            for (int turn = 0; turn < 2; turn++) {
                confirmed.addAll(tap(bench, server.uri(), TappingBench.STEADY, 10));
                site.drain(BENCH, server.uri());
                confirmed.addAll(tap(copy, server.uri(), TappingBench.STEADY, 10));
                drain(copy, server.uri());
            }
            site.drain(BENCH, server.uri());
            allOnce(client, server, confirmed);
            assertThat(client.exceptions()).extracting(ExceptionView::type).doesNotContain("FORK");
        }
    }

    @Test
    void SY_3_two_copies_that_work_alone_are_a_fork_that_a_person_sees() throws Exception {
        CrashSite site = new CrashSite(directory);
        Path bench = site.bench(BENCH);
        Path copy = directory.resolve("copy");
        try (SyncServer server = site.start(0);
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(CrashSite.plan());
            List<EventId> confirmed =
                    new ArrayList<>(tap(bench, server.uri(), TappingBench.STEADY, 20));
            CrashSite.copy(bench, copy);
            confirmed.addAll(tap(bench, server.uri(), TappingBench.ALONE, 10));
            tap(copy, server.uri(), TappingBench.ALONE, 10);
            site.drain(BENCH, server.uri());
            drain(copy, server.uri());

            allOnce(client, server, confirmed);
            assertThat(client.exceptions()).extracting(ExceptionView::type).contains("FORK");
        }
    }

    private static void drain(Path copy, URI server) throws IOException {
        CrashSite.sync(BENCH, copy, server);
    }

    @Test
    void SY_3_a_wall_clock_that_is_set_all_day_moves_no_minute() throws Exception {
        CrashSite site = new CrashSite(directory);
        Instant begun = Instant.now();
        try (SyncServer server = site.start(0);
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(CrashSite.plan());
            List<EventId> confirmed = new ArrayList<>();
            for (int run = 0; run < 3; run++) {
                confirmed.addAll(tap(site.bench(BENCH), server.uri(), TappingBench.JUMPING, 30));
            }
            site.drain(BENCH, server.uri());
            allOnce(client, server, confirmed);
            Instant before = begun.minus(Duration.ofMinutes(1));
            Instant after = Instant.now().plus(Duration.ofMinutes(1));
            for (Event event : CrashSite.completes(client)) {
                assertThat(event.time()).isBetween(before, after);
            }
        }
    }

    @Test
    void SY_3_a_full_disk_refuses_aloud_lets_people_go_home_and_loses_nothing() throws Exception {
        CrashSite site = new CrashSite(directory);
        Path bench = Files.createDirectory(site.bench(BENCH));
        assumeTrue(canMount(bench), "no small disk can be mounted here (unshare, tmpfs)");
        try (SyncServer server = site.start(0);
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(CrashSite.plan());
            List<String> said = onSmallDisk(bench, server.uri());
            List<EventId> confirmed =
                    said.stream()
                            .filter(line -> line.startsWith(TappingBench.CONFIRMED))
                            .map(BenchProcess::confirmed)
                            .toList();
            assertThat(said).contains(TappingBench.FULL).endsWith(TappingBench.SENT);
            int full = said.indexOf(TappingBench.FULL);
            assertThat(said.get(full + 1)).as("going home").startsWith(TappingBench.CONFIRMED);
            EventId home = BenchProcess.confirmed(said.get(full + 1));
            assertThat(confirmed).hasSizeGreaterThanOrEqualTo(41);
            allOnce(
                    client,
                    server,
                    confirmed.stream().filter(event -> !event.equals(home)).toList());
        }
    }

    private static boolean canMount(Path place) throws InterruptedException {
        try {
            return small(place, List.of("true")).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }

    /** Runs a command that alone sees a disk of 120 MB at a place. */
    private static ProcessBuilder small(Path place, List<String> command) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--user",
                                "--map-root-user",
                                "--mount",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size=120m none \"$0\" && exec \"$@\"",
                                place.toString()));
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    private static List<String> onSmallDisk(Path bench, URI server) throws Exception {
        List<String> command =
                BenchProcess.command(bench, BENCH, "A", server, TappingBench.FILLING);
        Process process =
                small(bench, command)
                        .redirectError(bench.resolveSibling("full.log").toFile())
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                said.add(line);
                line = lines.readLine();
            }
        }
        process.waitFor();
        return said;
    }
}
