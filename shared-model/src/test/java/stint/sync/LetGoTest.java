package stint.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.snapshot.SnapshotFiles;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a bench recorded leaves its own journal when it is safe and on the disk a second time, and
 * nothing is lost by that (SYNC "the bench store").
 */
class LetGoTest {

    private static final StationCode STATION = new StationCode("BENCH-1");
    private static final TaskId TASK = new TaskId("JT1", 1);
    private static final int SEGMENT_BYTES = 1_000;
    private static final int COUNT = 200;

    private final MemoryDisk own = new MemoryDisk();
    private MemoryDisk feed = new MemoryDisk();
    private long millis = 1_761_811_200_000L;
    private final Clocks clocks = SimulatedClocks.of(() -> millis, 1, () -> millis);
    private final List<byte[]> server = new ArrayList<>();
    private MemoryJournal ownLog;

    private Bench open(Snapshots snapshots) throws IOException {
        ownLog = new MemoryJournal(own, moment -> {}, false, SEGMENT_BYTES);
        MemoryJournal feedLog = new MemoryJournal(feed, moment -> {}, false);
        return new Bench(
                STATION, "SITE", clocks, ownLog, feedLog, new Keeping(snapshots, Duration.ZERO));
    }

    private void complete(Bench bench, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            millis += 60_000;
            bench.record(
                    bench.lastCommand() + 1,
                    new OperatorCode("A"),
                    new WorkFact.Completed(TASK, null, 1, List.of(), null),
                    clocks.read());
        }
    }

    /** Pushes all; the server's backup holds the feed up to a position. */
    private void push(Bench bench, String life, long safe) {
        Optional<EventBatch<PushHeader>> batch = bench.unsent(30);
        while (batch.isPresent()) {
            EventBatch<PushHeader> pushed = batch.get();
            PushHeader header = pushed.header();
            assertThatCode(() -> PushedBatch.check(STATION, pushed)).doesNotThrowAnyException();
            server.addAll(pushed.bodies());
            bench.acknowledged(
                    new PushReply(
                            life,
                            header.epoch(),
                            header.from() + header.count() - 1,
                            server.size(),
                            0,
                            safe));
            batch = bench.unsent(30);
        }
    }

    private void fetch(Bench bench, String life) {
        long from = bench.cursor().position() + 1;
        List<byte[]> bodies = server.subList((int) from - 1, server.size());
        bench.received(new FeedHeader(life, from, server.size(), server.size(), 0), bodies);
    }

    /** A bench that has let go of most of what it recorded. */
    private Bench shortened() throws IOException {
        Bench bench = open(Snapshots.NONE);
        complete(bench, COUNT);
        push(bench, "one", 0);
        fetch(bench, "one");
        complete(bench, 1);
        push(bench, "one", COUNT + 1);
        assertThat(bench.letGo()).isTrue();
        assertThat(ownLog.firstIndex()).isBetween(COUNT - 10L, COUNT + 1L);
        return bench;
    }

    private static long good(Bench bench) {
        return bench.floor().view().task(TASK).orElseThrow().good();
    }

    @Test
    void SY_3_nothing_goes_before_it_is_safe_and_has_come_back() throws IOException {
        Bench bench = open(Snapshots.NONE);
        complete(bench, COUNT);
        push(bench, "one", 1_000);
        assertThat(bench.letGo()).as("it has not come back").isFalse();
        bench.received(new FeedHeader("two", 1, 0, 0, 0), List.of());
        bench.received(new FeedHeader("two", 1, COUNT, COUNT, 0), server);
        assertThat(bench.letGo()).as("no backup of this life is known").isFalse();
        assertThat(ownLog.firstIndex()).isEqualTo(1);
    }

    @Test
    void SY_3_what_comes_back_as_another_event_does_not_go() throws IOException {
        Bench bench = open(Snapshots.NONE);
        complete(bench, COUNT);
        push(bench, "one", 1_000);
        Bench stranger =
                new Bench(
                        STATION,
                        "ELSEWHERE",
                        clocks,
                        new MemoryJournal(new MemoryDisk(), moment -> {}, false),
                        new MemoryJournal(new MemoryDisk(), moment -> {}, false),
                        Keeping.with(Snapshots.NONE));
        server.clear();
        complete(stranger, COUNT);
        push(stranger, "one", 0);
        fetch(bench, "one");
        assertThat(bench.letGo()).isFalse();
    }

    @Test
    void SY_3_a_shortened_bench_starts_again_and_knows_the_same(@TempDir Path directory)
            throws IOException {
        Bench bench = shortened();
        complete(bench, 3);
        Snapshots snapshots = SnapshotFiles.in(directory);
        snapshots.write(bench.snapshot().orElseThrow());
        complete(bench, 1);
        bench.close();

        for (Snapshots kept : List.of(snapshots, Snapshots.NONE)) {
            Bench again = open(kept);
            assertThat(again.startedFrom() > 0).isEqualTo(kept == snapshots);
            assertThat(good(again)).isEqualTo(COUNT + 5);
            assertThat(again.lastCommand()).isEqualTo(COUNT + 5);
            assertThat(again.floor().event(id(1, 1))).as("by its history").isPresent();
            again.close();
        }
    }

    private static EventId id(int epoch, long sequence) {
        return new EventId(STATION, epoch, sequence);
    }

    @Test
    void EV_2_a_shortened_bench_that_lost_power_begins_the_next_epoch() throws IOException {
        shortened();
        Bench again = open(Snapshots.NONE);
        complete(again, 1);
        push(again, "one", 0);
        assertThat(again.marks()).containsEntry(2, 1L);
    }

    @Test
    void SY_3_a_shortened_bench_sends_everything_to_a_server_that_has_nothing() throws IOException {
        Bench bench = shortened();
        List<byte[]> all = List.copyOf(server);
        server.clear();
        bench.received(new FeedHeader("two", 1, 0, 0, 0), List.of());
        assertThat(bench.unsentCount()).isEqualTo(COUNT + 1);
        push(bench, "two", 0);
        assertThat(server).containsExactlyElementsOf(all);

        bench.close();
        server.clear();
        Bench again = open(Snapshots.NONE);
        again.received(new FeedHeader("three", 1, 0, 0, 0), List.of());
        Optional<EventBatch<PushHeader>> batch = again.unsent(70);
        assertThat(batch.orElseThrow().header().from()).isEqualTo(1);
        push(again, "three", 0);
        assertThat(server).containsExactlyElementsOf(all);
    }

    @Test
    void SY_3_where_the_log_of_the_feed_was_lost_it_is_fetched_before_anything_is_sent()
            throws IOException {
        Bench bench = shortened();
        bench.close();
        feed = new MemoryDisk();

        Bench again = open(Snapshots.NONE);
        assertThat(again.unsent(30)).isEmpty();
        assertThatThrownBy(() -> again.eachUnsent(30, batch -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sync this bench first");
        fetch(again, "one");
        assertThat(again.unsentCount()).isZero();
        assertThat(good(again)).isEqualTo(COUNT + 1);
        server.clear();
        again.received(new FeedHeader("two", 1, 0, 0, 0), List.of());
        push(again, "two", 0);
        assertThat(server).hasSize(COUNT + 1);
    }

    @Test
    void SY_3_what_left_after_the_snapshot_is_found_before_the_feed_is_read_on(
            @TempDir Path directory) throws IOException {
        Snapshots kept = SnapshotFiles.in(directory);
        Bench bench = open(Snapshots.NONE);
        complete(bench, COUNT);
        kept.write(bench.snapshot().orElseThrow());
        push(bench, "one", 0);
        fetch(bench, "one");
        complete(bench, 1);
        push(bench, "one", COUNT + 1);
        assertThat(bench.letGo()).isTrue();
        bench.close();

        Bench whole = open(kept);
        assertThat(whole.startedFrom()).isEqualTo(COUNT);
        assertThat(good(whole)).isEqualTo(COUNT + 1);
        whole.close();
        ownLog = new MemoryJournal(own, moment -> {}, false, SEGMENT_BYTES);
        MemoryJournal feedLog = new MemoryJournal(feed, moment -> {}, false);
        OwnLog log =
                new BenchSnapshot(
                                STATION,
                                "SITE",
                                ownLog,
                                feedLog,
                                Standing.nothing(),
                                new Keeping(kept, Duration.ZERO))
                        .newest()
                        .orElseThrow()
                        .own();
        log.catchUp((event, index) -> {}, (event, index) -> {});
        log.forgetMarks();
        assertThat(log.unsent(30).orElseThrow().bodies())
                .containsExactlyElementsOf(server.subList(0, 30));
    }

    /** Benches of every release that shortened a journal start under this one. */
    @Test
    void whatStandsForEventsIsReadByEveryLaterRelease() throws IOException {
        OwnLog log = OwnLog.on(STATION, journal(), bodies(), -1);
        LetGoEvents.read(HexFormat.of().parseHex(FIRST_FORM), log, bodies());
        assertThat(log.last()).isEqualTo(3);
        assertThat(log.unsent()).isEqualTo(3);
    }

    /** Three events that were recorded, acknowledged and have come back. Never to be changed. */
    private static final String FIRST_FORM =
            "01851020ac7c4ae94b7f20784d2a4b755c97afa8148a30c36b177fc20c5a2350c1974a0f0101"
                + "0303000101020120000000000000000000000000000000000000000000000000000000000000"
                + "000020945149e0f5a29bffb5198d6c02136cef128b0771613b93f80ed5ea4b9c12c596030304"
                + "822004040020945149e0f5a29bffb5198d6c02136cef128b0771613b93f80ed5ea4b9c12c596";

    private static MemoryJournal journal() throws IOException {
        return new MemoryJournal(new MemoryDisk(), moment -> {}, false);
    }

    private static JournalBodies bodies() throws IOException {
        return new JournalBodies(journal(), journal(), new Returned(), KeptEvents.none());
    }
}
