package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.server.ServerConfig.Limits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The live stream: news within a second, signs of life, many listeners, an end in good time. */
@Timeout(60)
class LiveTest {

    @TempDir private Path directory;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        Limits usual = Limits.usual();
        Limits lively =
                new Limits(
                        usual.bodyBytesMax(),
                        usual.bodyTime(),
                        usual.headerTime(),
                        usual.headerBytesMax(),
                        usual.bodiesBytesMax(),
                        usual.connectionsMax(),
                        usual.queueMax(),
                        usual.answerTime(),
                        Duration.ofMillis(200));
        server = new TestServer(directory, lively).plan();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** One listener, as plain as HTTP allows. */
    private final class Listener implements AutoCloseable {

        private final Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        private final BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

        Listener(long after, String more) throws Exception {
            socket.setSoTimeout(10_000);
            String request =
                    """
                    GET /api/v1/live?after=%d HTTP/1.1\r
                    Host: test\r
                    Accept: text/event-stream\r
                    %s\r
                    """
                            .formatted(after, more);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }

        /** Reads on to the next line that starts so. */
        String next(String start) throws Exception {
            String line = reader.readLine();
            while (line != null && !line.startsWith(start)) {
                line = reader.readLine();
            }
            return String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void BD_1_news_arrives_within_a_second_of_a_push() throws Exception {
        TestBench bench = new TestBench("BENCH-1").start("A");
        server.push(bench.all());
        try (Listener listener = new Listener(7, "")) {
            assertThat(listener.next("data:")).isEqualTo("data: {\"position\":7}");
            long start = System.nanoTime();
            server.push(bench.complete("A", 1).all());
            assertThat(listener.next("data:")).isEqualTo("data: {\"position\":8}");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(listener.next("event: alive")).isEqualTo("event: alive");
        }
    }

    /** Half a minute is what a connection may idle between two requests. */
    @Test
    void BD_2_a_stream_is_held_for_longer_than_a_connection_may_idle() throws Exception {
        TestDatabase.onH2Only();
        try (Listener listener = new Listener(6, "")) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < Duration.ofSeconds(36).toNanos()) {
                assertThat(listener.next("data:")).isEqualTo("data: {\"position\":6}");
            }
        }
    }

    @Test
    void SY_2_a_listener_that_is_behind_hears_at_once() throws Exception {
        try (Listener listener = new Listener(0, "")) {
            assertThat(listener.next("event: news")).isEqualTo("event: news");
            assertThat(listener.next("data:")).isEqualTo("data: {\"position\":6}");
        }
    }

    @Test
    void SY_2_who_can_follow_no_stream_is_answered_when_there_is_news() throws Exception {
        byte[] known = server.get("/api/v1/news?after=0").body();
        assertThat(new String(known, UTF_8)).isEqualTo("{\"position\":6}");

        CompletableFuture<byte[]> answer =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return server.get("/api/v1/news?after=6").body();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        String waiting = "stint_live_streams 1.0";
        while (!new String(server.get("/metrics").body(), UTF_8).contains(waiting)) {
            assertThat(answer).isNotDone();
        }
        server.push(new TestBench("BENCH-1").start("A").all());

        assertThat(new String(answer.get(10, TimeUnit.SECONDS), UTF_8))
                .isEqualTo("{\"position\":7}");
    }

    @Test
    void ST_5_a_station_that_listens_counts_as_heard() throws Exception {
        try (Listener listener = new Listener(0, "Stint-Station: BENCH%2D2\r\n")) {
            listener.next("data:");
            String board = new String(server.get("/api/v1/board").body(), UTF_8);
            assertThat(board)
                    .containsPattern(
                            "\"code\":\"BENCH-2\",\"lastHeard\":\"[^\"]+\",\"ageSeconds\":0,\"online\":true");
        }
    }

    @Test
    void more_listeners_than_a_thread_pool_has_threads_and_requests_are_still_answered()
            throws Exception {
        List<Listener> listeners = new ArrayList<>();
        try {
            for (int count = 0; count < 400; count++) {
                listeners.add(new Listener(6, ""));
            }
            long start = System.nanoTime();
            server.push(new TestBench("BENCH-1").start("A").all());
            for (Listener listener : listeners) {
                assertThat(listener.next("event: news")).isEqualTo("event: news");
                assertThat(listener.next("data:")).isEqualTo("data: {\"position\":7}");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
            start = System.nanoTime();
            server.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(4));
            server.startAgain();
        } finally {
            for (Listener listener : listeners) {
                listener.close();
            }
        }
    }
}
