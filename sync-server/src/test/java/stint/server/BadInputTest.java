package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import stint.server.ServerConfig.Limits;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.protocol.Problem;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** Whatever is sent: a clear refusal, nothing stored, nobody else slowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String PUSH = "/api/v1/stations/BENCH-9/push";

    private TestServer server;
    private long position;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        Limits usual = Limits.usual();
        server =
                new TestServer(
                        directory,
                        new Limits(
                                usual.bodyBytesMax(),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                usual.headerBytesMax(),
                                usual.bodiesBytesMax(),
                                usual.connectionsMax(),
                                usual.queueMax(),
                                usual.answerTime(),
                                usual.heartbeat()));
        server.plan();
        position =
                server.push(new TestBench("BENCH-1").start("A").complete("A", 1).all()).position();
    }

    @AfterEach
    void nothingWasStoredAndGoodRequestsAreAnswered() throws Exception {
        PushReply reply = server.push(new TestBench("BENCH-1").batch(1, 0));
        assertThat(reply.position()).isEqualTo(position);
        assertThat(server.task().good()).isEqualTo(1);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code)
            throws Exception {
        String body = new String(response.body(), UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        Problem problem = TestServer.problem(response);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.detail()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404, not_found",
        "GET, /api/v1/nothing, 404, not_found",
        "GET, /api/v1/tasks/JT251030001/9, 404, not_found",
        "GET, /api/v1/tasks/JT251030001/x, 400, malformed",
        "GET, /api/v1/tasks/JT251030001/0, 400, malformed",
        "GET, /api/v1/serials/SN404, 404, not_found",
        "GET, /api/v1/serials/%20, 400, malformed",
        "DELETE, /api/v1/tasks, 405, method_not_allowed",
        "GET, /api/v1/plan, 405, method_not_allowed",
        "POST, /api/v1/feed, 405, method_not_allowed",
        "GET, /api/v1/feed?after=-1, 400, malformed",
        "GET, /api/v1/feed?after=x, 400, malformed",
        "GET, /api/v1/feed?limit=0, 400, malformed",
        "GET, /api/v1/feed?limit=1001, 400, malformed",
        "GET, /api/v1/feed?after=99999999999999999999, 400, malformed",
        "GET, /api/v1/live, 400, malformed",
    })
    void addresses_and_queries(String method, String path, int status, String code)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path)).method(method, BodyPublishers.noBody());
        assertProblem(server.send(request), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"protocol\":1}",
                "\u0000\u0001",
                "{\"protocol\":\"x\"}\n"
            })
    void a_push_without_a_header(String body) throws Exception {
        assertProblem(
                server.post(PUSH, EventBatch.MEDIA_TYPE, body.getBytes(UTF_8)), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[{}]",
                "[1]",
                "[{\"type\":\"job_released\"}]",
                "[{\"type\":\"start\"}]",
                "[[[["
            })
    void a_plan_that_is_none(String body) throws Exception {
        assertProblem(
                server.post("/api/v1/plan", "application/json", body.getBytes(UTF_8)),
                400,
                "malformed");
    }

    @Test
    void json_that_is_nested_without_end() throws Exception {
        String nested = "[{\"type\":\"x\",\"a\":" + "[".repeat(100_000);
        assertProblem(
                server.post("/api/v1/plan", "application/json", nested.getBytes(UTF_8)),
                400,
                "malformed");
    }

    @Test
    void other_content_types_and_encodings() throws Exception {
        assertProblem(server.post(PUSH, "application/json", new byte[0]), 415, "unsupported_media");
        assertProblem(
                server.post("/api/v1/plan", "text/plain", new byte[0]), 415, "unsupported_media");
        assertProblem(
                server.send(HttpRequest.newBuilder(server.uri(PUSH)).POST(BodyPublishers.noBody())),
                415,
                "unsupported_media");
        assertProblem(
                server.send(
                        HttpRequest.newBuilder(server.uri(PUSH))
                                .header("Content-Type", EventBatch.MEDIA_TYPE)
                                .header("Content-Encoding", "br")
                                .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported_media");
    }

    @Test
    void gzip_that_is_none_or_cut_short() throws Exception {
        byte[] whole = new TestBench("BENCH-9").start("A").all().toGzip();
        for (byte[] body :
                List.of(
                        "no gzip".getBytes(UTF_8),
                        java.util.Arrays.copyOf(whole, whole.length / 2))) {
            assertProblem(gzipped(body), 400, "malformed");
        }
    }

    private HttpResponse<byte[]> gzipped(byte[] body) throws Exception {
        return server.send(
                HttpRequest.newBuilder(server.uri(PUSH))
                        .header("Content-Type", EventBatch.MEDIA_TYPE)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void a_gzip_bomb_is_cut_off_and_the_heap_stays_flat() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int megabytes = 0; megabytes < 1_000; megabytes++) {
                gzip.write(zeros);
            }
        }
        assertProblem(gzipped(bomb.toByteArray()), 413, "too_large");
    }

    @Test
    void a_body_of_100_MB_is_refused_while_others_are_served() throws Exception {
        CompletableFuture<HttpResponse<byte[]>> large =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return server.send(
                                HttpRequest.newBuilder(server.uri(PUSH))
                                        .header("Content-Type", EventBatch.MEDIA_TYPE)
                                        .POST(
                                                BodyPublishers.ofInputStream(
                                                        () -> new Endless(100 << 20))));
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        long slowest = 0;
        do {
            long start = System.nanoTime();
            assertThat(server.get("/api/v1/board").statusCode()).isEqualTo(200);
            slowest = Math.max(slowest, System.nanoTime() - start);
        } while (!large.isDone());
        assertProblem(large.get(), 413, "too_large");
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
    }

    /** So many bytes of nothing. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            left--;
            return left < 0 ? -1 : 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, left);
            left -= count;
            return count <= 0 ? -1 : count;
        }
    }

    @Test
    void a_known_length_beyond_the_limit() throws Exception {
        assertProblem(
                server.post(PUSH, EventBatch.MEDIA_TYPE, new byte[5 << 20]), 413, "too_large");
    }

    @Test
    void a_batch_that_does_not_agree_with_itself() throws Exception {
        TestBench bench = new TestBench("BENCH-9").start("A").complete("A", 1).complete("A", 2);
        EventBatch<PushHeader> good = bench.all();
        PushHeader header = good.header();
        assertProblem(server.tryPush("BENCH-8", good), 400, "malformed");
        assertProblem(
                server.tryPush("BENCH-9", new EventBatch<>(header, good.bodies().subList(0, 2))),
                400,
                "malformed");
        assertProblem(
                server.tryPush(
                        "BENCH-9",
                        new EventBatch<>(with(header, 2, header.previous()), good.bodies())),
                422,
                "event_misplaced");
        assertProblem(
                server.tryPush(
                        "BENCH-9", new EventBatch<>(with(header, 1, header.hash()), good.bodies())),
                422,
                "chain_broken");
        assertProblem(
                server.tryPush("BENCH-9", new EventBatch<>(with(header, 1, "beef"), good.bodies())),
                400,
                "malformed");
        assertProblem(
                server.tryPush("@server", new TestBench("@server").start("A").all()),
                403,
                "not_allowed");
    }

    @Test
    void SY_3_nobody_returns_what_the_server_can_not_have_lost() throws Exception {
        assertProblem(
                server.tryReturn(new TestBench("BENCH-9").start("A").all()), 400, "malformed");
        List<byte[]> planned = server.feed(0, 6).bodies();
        int epoch = StoredEvent.read(planned.getFirst()).id().epoch();
        TestBench forged = new TestBench("@server", epoch, Hash.ZERO);
        planned.forEach(forged::raw);
        assertThat(server.tryReturn(forged.all()).statusCode()).isEqualTo(200);
        assertProblem(server.tryReturn(forged.start("A").all()), 409, "fork");
        assertProblem(
                server.tryReturn(
                        new TestBench("@server", epoch + 1, forged.hash(1)).start("A").all()),
                422,
                "chain_broken");
    }

    private static PushHeader with(PushHeader header, long from, String previous) {
        return new PushHeader(
                1, header.station(), header.epoch(), from, previous, header.hash(), header.count());
    }

    @Test
    void more_events_than_a_batch_may_have() throws Exception {
        TestBench bench = new TestBench("BENCH-9");
        for (int count = 0; count <= EventBatch.EVENTS_MAX; count++) {
            bench.complete("A", 1);
        }
        assertProblem(server.tryPush("BENCH-9", bench.all()), 413, "too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000", "\"two\"", "1.5", "99999999999999999999"})
    void EX_1_a_quantity_that_is_none_names_its_event_and_stores_nothing_of_the_batch(
            String quantity) throws Exception {
        TestBench bench = new TestBench("BENCH-9").start("A");
        String good =
                new String(
                        new TestBench("BENCH-9").start("A").complete("A", 7).bodies().get(1),
                        UTF_8);
        bench.raw(good.replace("\"qty\":7", "\"qty\":" + quantity).getBytes(UTF_8));
        HttpResponse<byte[]> response = server.tryPush("BENCH-9", bench.all());
        assertProblem(response, 422, "event_unreadable");
        assertThat(TestServer.problem(response).sequence()).isEqualTo(2);
    }

    @Test
    void OS_7_a_cancellation_by_nobody_of_nothing_or_without_a_reason() throws Exception {
        String path = "/api/v1/tasks/JT251030001/1/cancel";
        assertProblem(cancel(path, "{\"operator\":\"A\",\"reason\":\"no\"}"), 403, "not_allowed");
        assertProblem(
                cancel(path, "{\"operator\":\"NOBODY\",\"reason\":\"no\"}"), 403, "not_allowed");
        assertProblem(cancel(path, "{\"operator\":\"S\"}"), 400, "malformed");
        assertProblem(cancel(path, "{\"operator\":\" \",\"reason\":\"no\"}"), 400, "malformed");
        assertProblem(
                cancel("/api/v1/tasks/JT0/1/cancel", "{\"operator\":\"S\",\"reason\":\"no\"}"),
                404,
                "not_found");
    }

    private HttpResponse<byte[]> cancel(String path, String body) throws Exception {
        return server.post(path, "application/json", body.getBytes(UTF_8));
    }

    @Test
    void what_jetty_refuses_is_a_problem_too() throws Exception {
        assertThat(
                        raw(
                                "GET /api/v1/tasks HTTP/1.1\r\nHost: x\r\nX: "
                                        + "y".repeat(20_000)
                                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json");
        assertThat(raw("NONSENSE\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GET /api/v1/tasks/%zz/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        String outside =
                """
                GET /api/v1/../../etc/passwd HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """;
        assertThat(raw(outside)).startsWith("HTTP/1.1 40").contains("application/problem+json");
    }

    @Test
    void a_header_or_a_body_that_trickles_in_ends() throws Exception {
        assertThat(trickle("GET /api/v1/tasks HTTP/1.1\r\nHost: x\r\nX-Slow: ")).isEmpty();
        assertThat(
                        trickle(
                                "POST "
                                        + PUSH
                                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
                                        + EventBatch.MEDIA_TYPE
                                        + "\r\nContent-Length: 1000\r\n\r\n"))
                .startsWith("HTTP/1.1 408");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Sends one byte every 100 ms until the server has had enough; what it said last. */
    private String trickle(String start) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            socket.getOutputStream().write(start.getBytes(UTF_8));
            socket.setSoTimeout(100);
            long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (System.nanoTime() < deadline) {
                try {
                    int next = socket.getInputStream().read();
                    if (next < 0) {
                        return answer.toString(UTF_8);
                    }
                    answer.write(next);
                } catch (java.net.SocketTimeoutException e) {
                    socket.getOutputStream().write('x');
                }
            }
        } catch (IOException e) {
            return answer.toString(UTF_8); // Reset: it had enough.
        }
        throw new AssertionError("still open");
    }
}
