package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.EventId;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.server.ServerConfig.Limits;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.protocol.BackupRequest;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.PlanReply;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.PushReply;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the server does when much comes at once, when it does not understand, and when it was put
 * back.
 */
class HardTimesTest {

    @TempDir private Path directory;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(directory).plan();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void EX_1_an_event_of_a_newer_version_waits_alone_and_visibly() throws Exception {
        waitsAlone(
                """
                {"station":"BENCH-1","epoch":1,"seq":2,"v":99,"type":"levitate","payload":[]}\
                """);
    }

    @Test
    void SY_2_a_type_that_only_a_newer_release_knows_waits_alone_too() throws Exception {
        String second =
                new String(
                        new TestBench("BENCH-1").start("A").complete("A", 7).bodies().get(1),
                        UTF_8);
        waitsAlone(second.replace("\"type\":\"complete\"", "\"type\":\"teleport\""));
    }

    @Test
    void SY_2_a_push_is_never_refused_for_its_version_or_what_it_says_besides() throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 5);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        bench.all().writeTo(plain);
        String newer =
                plain.toString(UTF_8)
                        .replaceFirst(
                                "\"protocol\":1",
                                "\"protocol\":99,\"colour\":{\"of\":[\"later\"]}");
        assertThat(newer).contains("later");

        HttpResponse<byte[]> response =
                server.post(
                        "/api/v1/stations/BENCH-1/push",
                        EventBatch.MEDIA_TYPE,
                        newer.getBytes(UTF_8));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.task().good()).isEqualTo(5);
    }

    private void waitsAlone(String unreadable) throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A");
        bench.raw(unreadable.getBytes(UTF_8));
        bench.complete("A", 5);

        assertThat(server.push(bench.all()).mark()).isEqualTo(3);

        for (int run = 0; run < 2; run++) {
            assertThat(server.task().good()).isEqualTo(5);
            ExceptionView[] exceptions =
                    WireJson.read(server.get("/api/v1/exceptions").body(), ExceptionView[].class);
            assertThat(exceptions).hasSize(1);
            assertThat(exceptions[0].type()).isEqualTo("QUARANTINED");
            assertThat(exceptions[0].claims()).containsExactly("BENCH-1.1.2");
            assertThat(server.feed(0, 1000).bodies()).hasSize(9);
            server.restart();
        }
    }

    @Test
    void SY_3_many_benches_at_once_and_every_batch_twice_is_one_truth() throws Exception {
        int benches = 8;
        int events = 300;
        List<Callable<Void>> pushes = new ArrayList<>();
        for (int number = 0; number < benches; number++) {
            TestBench bench = new TestBench("BENCH-" + number).start("A");
            for (int count = 1; count < events; count++) {
                bench.complete("A", 1);
            }
            for (int time = 0; time < 2; time++) {
                pushes.add(() -> {
                    for (int from = 1; from <= events; from += 50) {
                        server.push(bench.batch(from, from + 49));
                    }
                    return null;
                });
            }
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> push : threads.invokeAll(pushes)) {
                push.get();
            }
        }
        for (int number = 0; number < benches; number++) {
            TestBench bench = new TestBench("BENCH-" + number);
            assertThat(server.push(bench.batch(1, 0)).mark()).isEqualTo(events);
        }
        assertThat(server.server().picture().position()).isEqualTo(6 + benches * events);
    }

    @Test
    void SY_3_a_store_that_was_put_back_is_another_life_and_uses_no_number_again()
            throws Exception {
        TestDatabase.onH2Only();
        TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 1);
        server.push(bench.batch(1, 1));
        server.stop();
        Path backup = directory.resolveSibling("backup");
        copy(directory, backup);
        server.startAgain();
        String generation = server.server().generation();
        server.push(bench.all());
        EventId later = plan("LATER");
        assertThat(later.sequence()).isEqualTo(7);
        server.stop();

        copy(backup, directory);
        server.startAgain();

        assertThat(server.server().generation()).isNotEqualTo(generation);
        assertThat(server.get("/api/v1/feed?after=7&generation=" + generation).statusCode())
                .isEqualTo(409);
        EventId other = plan("OTHER");
        assertThat(other.epoch()).isGreaterThan(later.epoch());
        assertThat(other.sequence()).isEqualTo(1);
        server.restart();
        assertThat(plan("THIRD")).isEqualTo(new EventId(StationCode.SERVER, other.epoch(), 2));
        assertThat(server.push(bench.batch(1, 0)).mark()).isEqualTo(1);
        assertThat(server.push(bench.all()).mark()).isEqualTo(2);
        assertThat(server.task().good()).isEqualTo(1);
    }

    private EventId plan(String person) throws Exception {
        PlanFact fact = TestServer.person(person, stint.domain.plan.Role.OPERATOR);
        HttpResponse<byte[]> response =
                server.post(
                        "/api/v1/plan", "application/json", EventCodec.encodePlan(List.of(fact)));
        PlanReply reply = WireJson.read(response.body(), PlanReply.class);
        EventId id = EventId.parse(reply.events().getFirst());
        assertThat(id.station()).isEqualTo(StationCode.SERVER);
        return id;
    }

    private static void copy(Path from, Path to) throws Exception {
        if (Files.exists(to)) {
            try (var files = Files.walk(to)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void OS_7_a_supervisor_cancels_a_task_once() throws Exception {
        server.push(new TestBench("BENCH-1").start("A").complete("A", 3).all());
        String path = "/api/v1/tasks/" + TestBench.TASK + "/cancel";
        byte[] request = "{\"operator\":\"S\",\"reason\":\"not wanted\"}".getBytes(UTF_8);
        PlanReply first =
                WireJson.read(
                        server.post(path, "application/json", request).body(), PlanReply.class);
        assertThat(first.events()).hasSize(1);
        PlanReply second =
                WireJson.read(
                        server.post(path, "application/json", request).body(), PlanReply.class);
        assertThat(second.events()).isEmpty();
        assertThat(server.task().cancelled()).isTrue();
        assertThat(server.task().sessions().getFirst().status()).isEqualTo("cancelled");
    }

    @Test
    void SERVER_more_than_the_queue_holds_is_asked_to_come_again() throws Exception {
        server.close();
        Limits usual = Limits.usual();
        server =
                new TestServer(
                        directory,
                        new Limits(
                                usual.bodyBytesMax(),
                                usual.bodyTime(),
                                usual.headerTime(),
                                usual.headerBytesMax(),
                                1_000,
                                usual.connectionsMax(),
                                usual.queueMax(),
                                usual.answerTime(),
                                usual.heartbeat()));
        TestBench bench = new TestBench("BENCH-1").start("A");
        for (int count = 0; count < 20; count++) {
            bench.complete("A", 1);
        }
        HttpResponse<byte[]> response = server.tryPush("BENCH-1", bench.all());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(TestServer.problem(response).code()).isEqualTo("overloaded");
        assertThat(server.push(bench.batch(1, 1)).mark()).isEqualTo(1);
    }

    @Test
    void health_and_metrics_answer() throws Exception {
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(new String(server.get("/metrics").body(), UTF_8))
                .contains("stint_feed_position 6.0");
    }

    @Test
    void SY_1_what_a_bench_says_of_itself_can_be_watched() throws Exception {
        server.push(new TestBench("BENCH-1").start("A").all());
        server.send(
                HttpRequest.newBuilder(server.uri("/api/v1/feed?after=0&limit=5"))
                        .header(Protocol.STATION_HEADER, "BENCH-1")
                        .header(Protocol.UNSENT_HEADER, "3"));
        server.send(
                HttpRequest.newBuilder(server.uri("/api/v1/info"))
                        .header(Protocol.STATION_HEADER, "BENCH-2")
                        .header(Protocol.UNSENT_HEADER, "many"));

        assertThat(new String(server.get("/metrics").body(), UTF_8))
                .contains("stint_station_unsent{station=\"BENCH-1\"} 3.0")
                .contains("stint_station_lag{station=\"BENCH-1\"} 2.0")
                .contains("stint_station_unsent{station=\"BENCH-2\"} NaN")
                .contains("stint_ingest_events_count 1");
    }

    @Test
    void SY_3_a_bench_is_told_up_to_where_a_finished_backup_holds_the_feed() throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A");
        assertThat(server.push(bench.all()).safe()).as("there is none yet").isZero();

        String life = server.server().generation();
        server.office("POST", "/api/v1/backup", new BackupRequest(life, 7));
        bench.complete("A", 1);
        PushReply reply = server.push(bench.all());
        assertThat(reply.safe()).isEqualTo(7);
        assertThat(reply.position()).isEqualTo(8);
        server.restart();
        assertThat(server.push(bench.all()).safe()).as("after a restart").isEqualTo(7);
    }
}
