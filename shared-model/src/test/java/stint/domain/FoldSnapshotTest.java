package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.floor.ArchivedTask;
import stint.domain.floor.FloorFold;
import stint.domain.floor.FoldExport;
import stint.domain.station.StationExport;
import stint.domain.work.Command;
import stint.domain.work.TaskState;
import stint.wire.snapshot.BuildPrint;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.SnapshotFile;
import stint.wire.snapshot.SnapshotUnusableException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A fold that goes on from a file is in the same state as one that never stopped (EV-4), and a file
 * that can't be trusted is refused. {@code -Dseed=N -Dfloors=1} replays a failure.
 */
class FoldSnapshotTest {

    private static final int FLOORS = Integer.getInteger("floors", 60);

    /** Pieces sent back are rare on random floors; states are written quickly, so take more. */
    private static final int STATES_PER_FLOOR = 7;

    private static final long SEED = Long.getLong("seed", 20_251_101L);
    private static final int ATTEMPTS = 150;
    private static final List<Duration> KEEPS = List.of(Duration.ZERO, Duration.ofMinutes(20));
    private static final long BUILD = 7;

    @TempDir Path directory;

    @Test
    void EV_4_a_fold_goes_on_from_its_bytes_as_if_it_had_never_stopped() throws IOException {
        int putAway = 0;
        for (int number = 0; number < FLOORS; number++) {
            long seed = SEED + number;
            Random random = new Random(seed);
            TestFloor floor = RandomFloor.of(random, ATTEMPTS);
            List<Event> delivery = PutAwayTest.disorder(floor.feed(), random);
            int cut = random.nextInt(delivery.size());
            ListHistory history = new ListHistory(floor.feed());
            Duration keep = KEEPS.get(number % KEEPS.size());
            FloorFold going = new FloorFold(history, keep);
            delivery.subList(0, cut).forEach(going::apply);
            FoldExport export = going.export();
            putAway += export.archived().size();

            FoldExport loaded = throughFile(export);
            FloorFold fromFile = FloorFold.of(loaded, history, keep);

            assertThat(loaded.archived()).as(replay(seed)).isEqualTo(export.archived());
            assertThat(ReplicaTest.text(fromFile))
                    .as(replay(seed))
                    .isEqualTo(ReplicaTest.text(going));
            for (Event event : delivery.subList(cut, delivery.size())) {
                assertThat(fromFile.apply(event)).isEqualTo(going.apply(event));
            }
            delivery.subList(0, cut).forEach(event -> assertThat(fromFile.apply(event)).isFalse());
            assertThat(ReplicaTest.text(fromFile))
                    .as(replay(seed))
                    .isEqualTo(ReplicaTest.text(floor.server()));
        }
        assertThat(putAway).as("tasks put away in all floors").isGreaterThanOrEqualTo(FLOORS / 10);
    }

    /** Few random tasks are ever put away; here all are written as if they had been. */
    @Test
    void EV_4_every_state_of_a_task_comes_back_from_its_bytes_as_it_was() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (int number = 0; number < STATES_PER_FLOOR * FLOORS; number++) {
            long seed = SEED + number;
            FloorFold fold = RandomFloor.of(new Random(seed), ATTEMPTS).server();
            assertComesBack(fold, replay(seed));
            fold.tasks().forEach(state -> noteKinds(state, seen));
        }
        FloorFold reworked = reworked().server();
        assertComesBack(reworked, "rework");
        reworked.tasks().forEach(state -> noteKinds(state, seen));
        assertThat(seen)
                .as("kinds that were written")
                .contains(
                        "active",
                        "paused",
                        "completed",
                        "cancelled",
                        "piece",
                        "rework",
                        "awaiting",
                        "output",
                        "exception",
                        "done");
    }

    private void assertComesBack(FloorFold fold, String name) throws IOException {
        List<ArchivedTask> all =
                fold.tasks().stream().map(state -> new ArchivedTask(state, 1, -2)).toList();
        FoldExport export = fold.export();
        FoldExport written =
                new FoldExport(
                        export.stations(),
                        export.plan(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        all,
                        StationExport.NONE,
                        List.of(),
                        List.of(),
                        export.newestMillis());

        List<ArchivedTask> read = throughFile(written).archived();

        assertThat(read).as(name).isEqualTo(all);
        assertThat(read.stream().map(ArchivedTask::state).toList().toString())
                .as(name)
                .isEqualTo(List.copyOf(fold.tasks()).toString());
    }

    /** One of two pieces that were sent back is done once more; the random floors seldom do it. */
    private static TestFloor reworked() {
        TestFloor line = TestFloor.withBenches("BENCH-1", "BENCH-2").plan(JobFlowTest.split(2));
        List<Serial> both = List.of(new Serial("SN001"), new Serial("SN002"));
        line.at("08:00").complete("BENCH-1", "A", 1, 2);
        line.at("08:10").pieces("BENCH-1", "A", 2, "SN001", "SN002");
        line.at("08:20").complete("BENCH-1", "A", 3, 2);
        line.at("09:00")
                .accept(
                        "BENCH-2",
                        new Command.SendBack(
                                new OperatorCode("B"), TestFloor.task(4), both, 2, "stitch"));
        line.at("09:30").pieces("BENCH-1", "A", 2, "SN001");
        return line;
    }

    private static void noteKinds(TaskState state, Set<String> seen) {
        state.sessions().forEach(session -> seen.add(session.status()));
        Map.of(
                        "piece", state.pieces().isEmpty(),
                        "rework", state.rework().isEmpty(),
                        "awaiting", state.awaitingRework().isEmpty(),
                        "output", state.outputs().isEmpty(),
                        "exception", state.exceptions().isEmpty(),
                        "done", state.doneBy() == null)
                .forEach((kind, none) -> {
                    if (!none) {
                        seen.add(kind);
                    }
                });
    }

    @Test
    void a_snapshot_with_any_byte_changed_or_missing_is_refused() throws IOException {
        Path file = directory.resolve("snapshot");
        write(file, BUILD);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(SEED);
        for (int attempt = 0; attempt < 200; attempt++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, damaged);
            assertRefused(file, BUILD, "");
        }
        for (int length = 0; length < whole.length; length += 1 + whole.length / 50) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertRefused(file, BUILD, "");
        }
    }

    @Test
    void a_snapshot_of_another_build_or_of_none_is_not_used() throws IOException {
        Path file = directory.resolve("snapshot");
        assertThat(new SnapshotFile(file, BUILD).read(FoldCodec::read)).isEmpty();
        write(file, BUILD);
        assertRefused(file, BUILD + 1, "another build");
        assertThat(new SnapshotFile(file, BUILD).read(FoldCodec::read)).isPresent();
    }

    @Test
    void a_build_has_the_same_print_each_time() throws IOException {
        assertThat(BuildPrint.ofRules()).isNotZero().isEqualTo(BuildPrint.ofRules());
    }

    private FoldExport throughFile(FoldExport export) throws IOException {
        SnapshotFile file = new SnapshotFile(directory.resolve("floor"), BUILD);
        file.write(out -> FoldCodec.write(out, export));
        return file.read(FoldCodec::read).orElseThrow();
    }

    private static void write(Path file, long build) throws IOException {
        FoldExport export = RandomFloor.of(new Random(SEED), ATTEMPTS).server().export();
        new SnapshotFile(file, build).write(out -> FoldCodec.write(out, export));
    }

    private static void assertRefused(Path file, long build, String why) {
        assertThatThrownBy(() -> new SnapshotFile(file, build).read(FoldCodec::read))
                .isInstanceOf(SnapshotUnusableException.class)
                .hasMessageContaining(why);
    }

    private static String replay(long seed) {
        return "replay with -Dtest=FoldSnapshotTest -Dfloors=1 -Dseed=" + seed;
    }
}
