package stint.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.work.FloorView;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.wire.snapshot.SnapshotFiles;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bench goes on from a snapshot of its own logs, and from no other. */
class SnapshotStartTest {

    private static final StationCode STATION = new StationCode("BENCH-1");
    private static final TaskId TASK = new TaskId("JT1", 1);

    private final MemoryDisk own = new MemoryDisk();
    private final MemoryDisk feed = new MemoryDisk();
    private long millis = 1_761_811_200_000L;
    private final Clocks clocks = SimulatedClocks.of(() -> millis, 1, () -> millis);

    @TempDir Path directory;

    private Bench open(MemoryDisk ownDisk) {
        try {
            return new Bench(
                    STATION,
                    "SITE",
                    clocks,
                    new MemoryJournal(ownDisk, moment -> {}, false),
                    new MemoryJournal(feed, moment -> {}, false),
                    new Keeping(snapshots(), Duration.ZERO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshots snapshots() {
        return SnapshotFiles.in(directory);
    }

    private void complete(Bench bench, int pieces) {
        millis += 60_000;
        try {
            bench.record(
                    bench.lastCommand() + 1,
                    new OperatorCode("A"),
                    new WorkFact.Completed(TASK, null, pieces, List.of(), null),
                    clocks.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Bench bench) throws IOException {
        snapshots().write(bench.snapshot().orElseThrow());
    }

    private static long good(FloorView floor) {
        return floor.task(TASK).orElseThrow().good();
    }

    @Test
    void EV_1_a_start_goes_on_from_the_snapshot_and_reads_what_follows() throws IOException {
        Bench bench = open(own);
        complete(bench, 1);
        complete(bench, 2);
        keep(bench);
        complete(bench, 4);
        bench.close();

        Bench again = open(own);
        assertThat(again.startedFrom()).isEqualTo(2);
        assertThat(good(again.floor().view())).isEqualTo(7);
        assertThat(again.unsentCount()).isEqualTo(3);
        assertThat(again.lastCommand()).isEqualTo(3);
        assertThat(again.unsent(10).orElseThrow().header())
                .isEqualTo(open(copyWithoutSnapshot()).unsent(10).orElseThrow().header());
    }

    private MemoryDisk copyWithoutSnapshot() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        return new MemoryDisk(own);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    @Test
    void SY_3_a_snapshot_newer_than_a_journal_that_was_put_back_is_not_used() throws IOException {
        Bench bench = open(own);
        complete(bench, 1);
        bench.close();
        MemoryDisk backup = new MemoryDisk(own);
        bench = open(own);
        complete(bench, 2);
        keep(bench);

        Bench restored = open(backup);
        assertThat(restored.startedFrom()).isZero();
        assertThat(good(restored.floor().view())).isEqualTo(1);
        complete(restored, 4);
        restored.close();

        Bench later = open(backup);
        assertThat(later.startedFrom()).as("the record there is another one").isZero();
        assertThat(good(later.floor().view())).isEqualTo(5);
    }

    @Test
    void SY_3_where_the_newest_snapshot_is_damaged_the_one_before_is_used() throws IOException {
        Bench bench = open(own);
        complete(bench, 1);
        keep(bench);
        complete(bench, 2);
        keep(bench);
        bench.close();
        damage(directory.resolve("newest.snapshot"));
        Bench again = open(own);
        assertThat(again.startedFrom()).isEqualTo(1);
        assertThat(good(again.floor().view())).isEqualTo(3);
        again.close();

        damage(directory.resolve("before.snapshot"));
        Bench anew = open(own);
        assertThat(anew.startedFrom()).isZero();
        assertThat(good(anew.floor().view())).isEqualTo(3);
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
