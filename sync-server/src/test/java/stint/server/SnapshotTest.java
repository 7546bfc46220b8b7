package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server goes on from a snapshot of its own log, and from no other. */
class SnapshotTest {

    private static final int EVENTS = 600;

    @TempDir private Path directory;

    private TestServer server;
    private final TestBench bench = new TestBench("BENCH-1").ago(Duration.ofHours(1));

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(directory).plan();
        bench.start("A");
        while (bench.size() < EVENTS) {
            bench.complete("A", 1);
        }
        server.push(bench.all());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void EV_1_after_a_stop_in_order_nothing_is_folded_again() throws Exception {
        long position = server.server().picture().position();
        server.restart();
        assertThat(server.server().startedFrom()).isEqualTo(position);
        assertThat(server.task().good()).isEqualTo(EVENTS - 1);

        assertThat(server.push(bench.batch(1, 10)).mark()).as("sent again").isEqualTo(EVENTS);
        bench.complete("A", 3);
        assertThat(server.push(bench.batch(EVENTS, EVENTS + 1)).mark()).isEqualTo(EVENTS + 1);
        assertThat(server.task().good()).isEqualTo(EVENTS + 2);
    }

    @Test
    void SY_3_a_snapshot_of_a_log_that_is_not_here_is_not_used() throws Exception {
        TestDatabase.onH2Only();
        server.stop();
        Path journal = directory.resolve("journal");
        Path backup = directory.resolveSibling("journal-backup");
        copy(journal, backup);
        server.startAgain();
        bench.complete("A", 7);
        while (bench.size() < 2 * EVENTS) {
            bench.complete("A", 1);
        }
        server.push(bench.batch(EVENTS + 1, bench.size()));
        server.stop();
        copy(backup, journal);
        Files.delete(directory.resolve("generation"));

        server.startAgain();
        assertThat(server.server().startedFrom()).isZero();
        assertThat(server.task().good()).isEqualTo(EVENTS - 1);
    }

    @Test
    void SY_3_a_damaged_snapshot_costs_time_and_nothing_else() throws Exception {
        server.stop();
        Path newest = directory.resolve("snapshots").resolve("newest.snapshot");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);

        server.startAgain();
        assertThat(server.server().startedFrom()).isZero();
        assertThat(server.task().good()).isEqualTo(EVENTS - 1);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(to)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
