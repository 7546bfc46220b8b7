package stint.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.clock.Clocks;
import stint.clock.SimulatedClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.journal.MemoryDisk;
import stint.journal.MemoryJournal;
import stint.wire.snapshot.SnapshotBytes;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** A bench goes on from a base, lets go of the feed before it, and loses nothing by that. */
class BaseTest {

    private static final StationCode STATION = new StationCode("BENCH-1");
    private static final OperatorCode WHO = new OperatorCode("A");
    private static final TaskId TASK = new TaskId("JT1", 1);
    private static final int SEGMENT_BYTES = 4_000;

    private final MemoryDisk own = new MemoryDisk();
    private final MemoryDisk fetched = new MemoryDisk();
    private long millis = 1_761_811_200_000L;
    private final Clocks clocks = SimulatedClocks.of(() -> millis, 1, () -> millis);
    private PlainServer server = new PlainServer("one", clocks);
    private MemoryJournal ownLog;
    private MemoryJournal feedLog;

    private Bench open(Keeping.Feed feed) throws IOException {
        ownLog = new MemoryJournal(own, moment -> {}, false, SEGMENT_BYTES);
        feedLog = new MemoryJournal(fetched, moment -> {}, false, SEGMENT_BYTES);
        return new Bench(
                STATION,
                "SITE",
                clocks,
                ownLog,
                feedLog,
                new Keeping(Snapshots.NONE, Duration.ZERO, feed));
    }

    private void sync(Bench bench) throws Exception {
        assertThat(server.sync(bench).problem()).isNull();
    }

    private void complete(Bench bench, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            millis += 60_000;
            bench.record(
                    bench.lastCommand() + 1,
                    WHO,
                    new WorkFact.Completed(TASK, null, 1, List.of(), null),
                    clocks.read());
        }
    }

    private static PlanFact person(String code) {
        return new PlanFact.OperatorRegistered(
                new Operator(new OperatorCode(code), code, "en", Role.OPERATOR, null, null));
    }

    private static long good(Bench bench) {
        return bench.floor().view().task(TASK).orElseThrow().good();
    }

    /** A bench that has let go of most of the feed, and of what it recorded. */
    private Bench trimmed() throws Exception {
        server.plan(person("A"));
        Bench bench = open(new Keeping.Feed(1_000, 150));
        complete(bench, 200);
        sync(bench);
        server.backUp();
        complete(bench, 1);
        sync(bench); // Asks for a base, though no backup holds that yet.
        boolean _ = bench.letGo();
        server.backUp();
        complete(bench, 1);
        sync(bench);
        boolean _ = bench.letGo();
        assertThat(ownLog.firstIndex()).isGreaterThan(5);
        assertThat(feedLog.firstIndex()).isGreaterThan(5);
        return bench;
    }

    @Test
    void SY_3_a_bench_that_let_go_of_the_feed_starts_again_and_knows_the_same() throws Exception {
        Bench bench = trimmed();
        assertThat(good(bench)).isEqualTo(202);
        bench.close();
        Bench again = open(Keeping.Feed.USUAL);
        assertThat(good(again)).isEqualTo(202);
        assertThat(again.floor().operator(WHO)).isPresent();
        assertThat(again.unsentCount()).isZero();
        complete(again, 3);
        sync(again);
        assertThat(good(again)).isEqualTo(205);
        assertThat(server.of(STATION)).hasSize(205);
    }

    @Test
    void SY_3_a_bench_that_let_go_of_the_feed_sends_everything_to_a_server_that_has_nothing()
            throws Exception {
        Bench bench = trimmed();
        List<byte[]> all = server.of(STATION);
        server = new PlainServer("two", clocks);
        sync(bench);
        sync(bench);
        assertThat(server.of(STATION)).containsExactlyElementsOf(all);
        assertThat(good(bench)).isEqualTo(202);

        bench.close();
        server = new PlainServer("three", clocks);
        Bench again = open(Keeping.Feed.USUAL);
        sync(again);
        sync(again);
        assertThat(server.of(STATION)).containsExactlyElementsOf(all);
        assertThat(good(again)).isEqualTo(202);
    }

    @Test
    void SY_3_the_feed_stays_until_a_backup_holds_the_base() throws Exception {
        Bench bench = open(new Keeping.Feed(1_000, 150));
        complete(bench, 200);
        sync(bench);
        sync(bench);
        assertThat(feedLog.instead()).as("a base").isPresent();
        assertThat(bench.letGo()).isFalse();
        assertThat(feedLog.firstIndex()).isEqualTo(1);
    }

    @Test
    void SY_1_a_base_that_a_release_cannot_read_is_asked_for_anew_and_own_work_is_there()
            throws Exception {
        Bench bench = trimmed();
        complete(bench, 2);
        bench.close();
        Standing there = Standing.in(feedLog);
        byte[] newer = SnapshotBytes.write(7, out -> out.text("of another form"));
        feedLog.stand(
                new Standing(
                                there.after(),
                                there.ownBefore(),
                                there.kept(),
                                there.began(),
                                new PackedBase(newer))
                        .toBytes());

        Bench again = open(Keeping.Feed.USUAL);
        assertThat(again.knowsOwnWorkOnly()).isTrue();
        assertThat(good(again)).as("also what left its journal").isEqualTo(204);
        assertThat(again.snapshot()).isEmpty();
        assertThat(again.unsentCount()).isPositive();
        sync(again);
        assertThat(again.knowsOwnWorkOnly()).isFalse();
        assertThat(good(again)).isEqualTo(204);
        assertThat(server.of(STATION)).hasSize(204);
        assertThat(again.floor().operator(WHO)).isPresent();
    }

    /** Benches of every release that had a base start under this one. */
    @Test
    void whatStandsForTheFeedIsReadByEveryLaterRelease() throws IOException {
        MemoryJournal journal = new MemoryJournal(new MemoryDisk(), moment -> {}, false);
        journal.stand(HexFormat.of().parseHex(FIRST_FORM));
        Standing standing = Standing.in(journal);
        assertThat(standing.after()).isEqualTo(7);
        assertThat(standing.ownBefore()).isEqualTo(3);
        assertThat(standing.kept().count()).isEqualTo(2);
        assertThat(standing.kept().body(2)).isEqualTo("two".getBytes(StandardCharsets.UTF_8));
        assertThat(standing.began().get(4).sequence()).isEqualTo(9);
        assertThat(standing.base()).isNull();
    }

    /** Never to be changed. */
    private static final String FIRST_FORM =
            "0107030220000000000000000000000000000000000000000000000000000000000000000001"
                    + "1d1f8b08000000000000ff6362cecf4b652e29cf07004a6d9ca4090000000104092000000000"
                    + "0000000000000000000000000000000000000000000000000000000000";
}
