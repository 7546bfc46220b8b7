package stint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.ChecklistKind;
import stint.domain.event.EventId;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.wire.EventBatch;
import stint.wire.WireJson;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.Problem;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.StationSessionView;
import stint.wire.protocol.TaskView;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Push, feed, board and restart, over real HTTP. */
class SyncServerTest {

    @TempDir private Path directory;

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void SY_2_a_push_is_acknowledged_folded_and_on_the_board() throws Exception {
        server.plan();
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 42);

        PushReply reply = server.push(bench.all());

        assertThat(reply.mark()).isEqualTo(2);
        assertThat(reply.position()).isEqualTo(8);
        TaskView task = server.task();
        assertThat(task.status()).isEqualTo("in_progress");
        assertThat(task.good()).isEqualTo(42);
        assertThat(task.active()).isEqualTo(1);
        assertThat(task.sessions().getFirst().qty()).isEqualTo(42);
        BoardView board = WireJson.read(server.get("/api/v1/board").body(), BoardView.class);
        assertThat(board.position()).isEqualTo(8);
        BoardView.TaskCard card = board.jobs().getFirst().tasks().getFirst();
        assertThat(card.good()).isEqualTo(42);
        assertThat(card.active().getFirst().name()).isEqualTo("ช่าง A");
        assertThat(board.stations())
                .extracting(BoardView.StationCard::code)
                .containsExactly("BENCH-1", "BENCH-2");
        assertThat(board.stations().get(0).online()).isTrue();
        assertThat(board.stations().get(1).online()).isFalse();
    }

    @Test
    void SY_2_the_same_batch_twice_and_out_of_order_with_a_duplicate_between_is_one_truth()
            throws Exception {
        server.plan();
        TestBench one = new TestBench("BENCH-1").start("A").complete("A", 10).complete("A", 20);
        TestBench two = new TestBench("BENCH-2").start("B").complete("B", 1).complete("B", 2);

        assertThat(server.push(two.batch(2, 3)).mark()).isZero();
        assertThat(server.push(one.batch(1, 2)).mark()).isEqualTo(2);
        assertThat(server.push(one.batch(1, 2)).mark()).isEqualTo(2);
        assertThat(server.push(two.batch(1, 2)).mark()).isEqualTo(2);
        assertThat(server.push(one.all()).mark()).isEqualTo(3);
        assertThat(server.push(two.all()).mark()).isEqualTo(3);
        assertThat(server.push(two.all()).mark()).isEqualTo(3);
        assertThat(server.push(one.batch(3, 3)).mark()).isEqualTo(3);

        assertThat(server.task().good()).isEqualTo(33);
        assertThat(server.feed(0, 1000).header().last()).isEqualTo(12);
    }

    @Test
    void BD_1_a_station_shows_what_it_does_since_when_and_who_is_signed_on() throws Exception {
        server.plan();
        TestBench bench = new TestBench("BENCH-1");
        bench.record("A", new StationFact.SignedOn(null));
        EventId session = new EventId(bench.code(), 1, 1);
        bench.record(
                "A",
                new StationFact.ChecklistSubmitted(
                        session, ChecklistKind.OPENING, Map.of("oil", "3")));
        bench.record("A", new StationFact.StatusSet(session, StationStatus.PRODUCTION, null, null));
        server.push(bench.complete("A", 5).all());

        BoardView board = WireJson.read(server.get("/api/v1/board").body(), BoardView.class);
        BoardView.StationCard card = board.stations().getFirst();
        assertThat(card.status()).isEqualTo("production");
        assertThat(card.since()).isNotNull();
        assertThat(card.signedOn()).containsExactly("A");
        assertThat(board.stations().getLast().status()).isNull();
        StationSessionView open = only("/api/v1/station-sessions");
        assertThat(open.session()).isEqualTo(session.toString());
        assertThat(open.openingBy()).isEqualTo("A");
        assertThat(open.good()).isEqualTo(5);
        assertThat(open.timeline())
                .extracting(StationSessionView.StatusView::status)
                .containsExactly("stopped", "production");

        server.push(
                bench.record("S", new StationFact.Closed(List.of(session), "home")).batch(5, 5));
        assertThat(server.get("/api/v1/station-sessions").body()).asString().isEqualTo("[]");
        assertThat(only("/api/v1/stations/BENCH-1/sessions").endedBy()).isEqualTo("supervisor");
    }

    private StationSessionView only(String address) throws Exception {
        StationSessionView[] sessions =
                WireJson.read(server.get(address).body(), StationSessionView[].class);
        assertThat(sessions).hasSize(1);
        return sessions[0];
    }

    @Test
    void SY_2_a_gap_stores_nothing_and_tells_the_mark() throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 1).complete("A", 1);
        server.push(bench.batch(1, 1));
        PushReply reply = server.push(bench.batch(3, 3));
        assertThat(reply.mark()).isEqualTo(1);
        assertThat(reply.position()).isEqualTo(1);
    }

    @Test
    void SY_2_other_bytes_under_a_stored_number_are_a_fork_and_kept_apart() throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 1);
        server.push(bench.all());
        TestBench other = new TestBench("BENCH-1").raw(bench.bodies().getFirst());
        other.complete("A", 2).complete("A", 3);

        for (int time = 0; time < 2; time++) {
            HttpResponse<byte[]> response = server.tryPush("BENCH-1", other.all());
            assertThat(response.statusCode()).isEqualTo(409);
            Problem problem = TestServer.problem(response);
            assertThat(problem.code()).isEqualTo("fork");
            assertThat(problem.sequence()).isEqualTo(2);
        }

        assertThat(server.feed(0, 1000).bodies()).hasSize(2);
        if (!TestDatabase.isPostgres()) {
            try (var files = Files.list(directory.resolve("forks"))) {
                assertThat(files.toList()).hasSize(1);
            }
        }
        server.restart();
        ExceptionView[] exceptions =
                WireJson.read(server.get("/api/v1/exceptions").body(), ExceptionView[].class);
        assertThat(exceptions).extracting(ExceptionView::type).containsExactly("FORK");
        assertThat(exceptions[0].claims()).containsExactly("BENCH-1.1.2");
    }

    @Test
    void EV_2_a_new_epoch_starts_at_one_and_old_epochs_stay() throws Exception {
        TestBench first = new TestBench("BENCH-1").start("A").complete("A", 1);
        server.push(first.all());
        TestBench second = new TestBench("BENCH-1", 2, first.hash(2)).complete("A", 5);
        assertThat(server.push(second.all()).mark()).isEqualTo(1);
        assertThat(server.push(first.all()).mark()).isEqualTo(2);
        assertThat(server.task().good()).isEqualTo(6);
    }

    @Test
    void SY_2_pages_of_the_feed_are_dense_and_byte_for_byte_what_was_pushed() throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A");
        for (int count = 1; count < 25; count++) {
            bench.complete("A", 1);
        }
        server.push(bench.all());

        List<byte[]> read = new ArrayList<>();
        long after = 0;
        long last = Long.MAX_VALUE;
        while (after < last) {
            EventBatch<FeedHeader> page = server.feed(after, 7);
            assertThat(page.header().from()).isEqualTo(after + 1);
            assertThat(page.header().to()).isEqualTo(after + page.bodies().size());
            read.addAll(page.bodies());
            after = page.header().to();
            last = page.header().last();
        }
        assertThat(read).hasSize(25);
        for (int index = 0; index < read.size(); index++) {
            assertThat(read.get(index)).isEqualTo(bench.bodies().get(index));
        }
    }

    @Test
    void SY_3_a_reader_of_another_life_or_from_the_future_is_told_to_start_over() throws Exception {
        server.push(new TestBench("BENCH-1").start("A").all());
        for (String query :
                List.of(
                        "after=1&generation=other",
                        "after=2&generation=" + server.server().generation(),
                        "after=2")) {
            HttpResponse<byte[]> response = server.get("/api/v1/feed?" + query);
            assertThat(response.statusCode()).as(query).isEqualTo(409);
            assertThat(TestServer.problem(response).code()).isEqualTo("generation");
        }
    }

    @Test
    void SY_3_a_restart_keeps_everything() throws Exception {
        server.plan();
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 42);
        server.push(bench.all());
        TaskView before = server.task();
        String generation = server.server().generation();

        server.restart();

        assertThat(server.task()).isEqualTo(before);
        assertThat(server.server().generation()).isEqualTo(generation);
        assertThat(server.push(bench.complete("A", 1).all()).mark()).isEqualTo(3);
        assertThat(server.task().good()).isEqualTo(43);
    }

    @Test
    void SY_3_the_index_deleted_or_garbage_between_two_starts_loses_nothing() throws Exception {
        TestDatabase.onH2Only();
        server.plan();
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 42);
        server.push(bench.all());
        List<byte[]> before = server.feed(0, 1000).bodies();

        server.stop();
        Files.delete(directory.resolve("index.mv.db"));
        server.startAgain();
        assertThat(server.feed(0, 1000).bodies())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);

        server.stop();
        Files.write(directory.resolve("index.mv.db"), new byte[50_000]);
        server.startAgain();
        assertThat(server.feed(0, 1000).bodies())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
        assertThat(server.push(bench.all()).mark()).isEqualTo(2);
        assertThat(server.task().good()).isEqualTo(42);
    }

    @Test
    void OS_7_a_session_nothing_was_recorded_on_for_a_week_is_closed_by_the_servers_own_log()
            throws Exception {
        server.plan();
        server.push(new TestBench("BENCH-1").ago(Duration.ofDays(7)).start("A").all());
        server.push(new TestBench("BENCH-2").ago(Duration.ofHours(167)).start("B").all());

        assertThat(server.server().closeIdleSessions().join().events()).hasSize(1);
        assertThat(server.server().closeIdleSessions().join().events()).isEmpty();

        assertThat(server.task().sessions())
                .extracting(TaskView.SessionView::operator, TaskView.SessionView::status)
                .containsExactly(tuple("A", "completed"), tuple("B", "active"));
        server.restart();
        assertThat(server.task().active()).isEqualTo(1);
    }
}
