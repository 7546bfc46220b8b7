package stint.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.WorkFact;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a bench makes of what a server says. */
class BenchTest {

    private static final StationCode STATION = new StationCode("BENCH-1");

    private final Clocks clocks = SimulatedClocks.of(() -> 1_761_811_200_000L, 1, () -> 5_000);
    private final MemoryDisk own = new MemoryDisk();
    private final MemoryDisk feed = new MemoryDisk();
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = bench(journal(own));
    }

    private Bench bench(MemoryJournal ownLog) throws IOException {
        return new Bench(
                STATION, "SITE", clocks, ownLog, journal(feed), Keeping.with(Snapshots.NONE));
    }

    private static MemoryJournal journal(MemoryDisk disk) throws IOException {
        return new MemoryJournal(disk, moment -> {}, false);
    }

    private void record() throws IOException {
        bench.record(
                bench.lastCommand() + 1,
                new OperatorCode("A"),
                new WorkFact.ShiftEnded(),
                clocks.read());
    }

    private static PushReply reply(String generation, long mark) {
        return new PushReply(generation, 1, mark, mark, 0, 0);
    }

    @Test
    void SY_3_a_restored_server_is_noticed_by_a_bench_that_has_fetched_nothing_yet()
            throws IOException {
        record();
        bench.acknowledged(reply("before", 1));
        assertThat(bench.unsentCount()).isZero();

        bench.received(new FeedHeader("after", 1, 0, 0, 0), List.of());
        assertThat(bench.unsentCount()).isEqualTo(1);
    }

    @Test
    void EV_2_an_epoch_that_began_and_was_left_without_an_event_begins_again() throws IOException {
        record();
        MemoryDisk copy = new MemoryDisk(own);
        Bench restored = bench(journal(copy));
        restored.close();

        bench = bench(journal(copy));
        record();
        assertThat(epochs()).containsExactly(1, 2);
    }

    @Test
    void EV_2_a_copy_of_an_empty_disk_begins_another_epoch() throws IOException {
        bench = bench(journal(new MemoryDisk(own)));
        record();
        assertThat(epochs()).containsExactly(2);
    }

    private List<Integer> epochs() {
        List<Integer> epochs = new ArrayList<>();
        var batch = bench.unsent(EventBatch.EVENTS_MAX);
        while (batch.isPresent()) {
            PushHeader header = batch.get().header();
            epochs.add(header.epoch());
            long mark = header.from() + header.count() - 1;
            bench.acknowledged(new PushReply("now", header.epoch(), mark, 0, 0, 0));
            batch = bench.unsent(EventBatch.EVENTS_MAX);
        }
        return epochs;
    }
}
