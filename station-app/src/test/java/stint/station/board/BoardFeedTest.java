package stint.station.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import stint.board.BoardKnown;
import stint.station.sync.Link;
import stint.station.sync.NewsWatch;
import stint.wire.WireJson;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.News;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The feed against an HTTP server that comes and goes. */
class BoardFeedTest {

    private final BlockingQueue<BoardKnown> heard = new LinkedBlockingQueue<>();
    private final Server server = new Server();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void BD_1_newsArriveWithinASecond() throws Exception {
        server.start(0, 1);
        try (BoardFeed feed = follow()) {
            feed.start();
            await(known -> position(known) == 1);
            await(server::hasListener);

            server.say(2);

            long asked = System.nanoTime();
            await(known -> position(known) == 2);
            assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void BD_1_aServerThatGoesAndComesBackIsFollowedAgainByItself() throws Exception {
        server.start(0, 1);
        int port = server.port();
        try (BoardFeed feed = follow()) {
            feed.start();
            await(known -> position(known) == 1 && known.live());

            server.stop();
            BoardKnown gone = await(known -> !known.live());
            assertThat(position(gone)).as("what was known is kept").isEqualTo(1);

            server.start(port, 5);
            await(known -> known.live() && position(known) == 5);
        }
    }

    @Test
    void BD_1_aServerThatWasAwayForLongIsHeardASecondAfterItIsBack() throws Exception {
        server.start(0, 1);
        int port = server.port();
        try (BoardFeed feed = follow()) {
            feed.start();
            await(known -> position(known) == 1 && known.live());
            server.stop();
            await(known -> !known.live());
            Thread.sleep(3_000); // So long that a wait which doubles without a cap would show.

            server.start(port, 5);
            long back = System.nanoTime();
            await(known -> known.live() && position(known) == 5);
            assertThat(System.nanoTime() - back).isLessThan(TimeUnit.SECONDS.toNanos(2));
        }
    }

    @Test
    void BD_1_whereTheLiveStreamIsMuteNewsArriveAllTheSame() throws Exception {
        server.mute = true;
        server.start(0, 1);
        NewsWatch.Patience little =
                new NewsWatch.Patience(
                        Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMinutes(1));
        try (BoardFeed feed =
                new BoardFeed(
                        new Link(URI.create("http://127.0.0.1:" + server.port()), null),
                        InstantSource.system(),
                        little,
                        heard::add)) {
            feed.start();
            await(known -> position(known) == 1);
            await(server::isAsked);

            server.say(2);

            long said = System.nanoTime();
            await(known -> position(known) == 2);
            assertThat(System.nanoTime() - said).isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void aFeedWithoutAServerSaysNothingAndGoesOnTrying() throws Exception {
        server.start(0, 1);
        int port = server.port();
        server.stop();
        try (BoardFeed feed =
                new BoardFeed(
                        new Link(URI.create("http://127.0.0.1:" + port), null),
                        InstantSource.system(),
                        heard::add)) {
            feed.start();
            server.start(port, 3);
            await(known -> position(known) == 3);
        }
    }

    private BoardFeed follow() {
        return new BoardFeed(
                new Link(URI.create("http://127.0.0.1:" + server.port()), null),
                InstantSource.system(),
                heard::add);
    }

    private BoardKnown await(Predicate<BoardKnown> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            BoardKnown known = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(known).as("heard in time").isNotNull();
            if (wanted.test(known)) {
                return known;
            }
        }
    }

    private void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static long position(BoardKnown known) {
        BoardView view = known.view();
        return view == null ? -1 : view.position();
    }

    /** A server with one board and a live stream. */
    private static final class Server {

        private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();
        private HttpServer http;
        private ExecutorService threads;
        private volatile long position;
        private volatile boolean mute;
        private volatile boolean asked;

        void start(int port, long at) throws IOException {
            position = at;
            listeners.clear();
            threads = Executors.newVirtualThreadPerTaskExecutor();
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.setExecutor(threads);
            http.createContext("/api/v1/board", this::board);
            http.createContext("/api/v1/live", this::live);
            http.createContext("/api/v1/news", this::news);
            http.start();
        }

        int port() {
            return http.getAddress().getPort();
        }

        boolean hasListener() {
            return !listeners.isEmpty();
        }

        boolean isAsked() {
            return asked;
        }

        void say(long now) throws IOException {
            position = now;
            for (OutputStream listener : listeners) {
                listener.write(
                        ("event: news\ndata: {\"position\":" + now + "}\n\n")
                                .getBytes(StandardCharsets.UTF_8));
                listener.flush();
            }
        }

        void stop() {
            if (http != null) {
                http.stop(0);
                threads.shutdownNow();
            }
        }

        private void board(HttpExchange exchange) throws IOException {
            byte[] body = WireJson.write(Boards.board(position, Boards.job("J1")));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        private void live(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            if (!mute) { // A proxy that collects keeps this back.
                String hello = "event: alive\ndata: {\"position\":%d}\n\n".formatted(position);
                out.write(hello.getBytes(StandardCharsets.UTF_8));
                out.flush();
                listeners.add(out);
            }
        }

        private void news(HttpExchange exchange) throws IOException {
            long after = Long.parseLong(exchange.getRequestURI().getQuery().replace("after=", ""));
            asked = asked || after == position;
            while (position == after && !threads.isShutdown()) {
                LockSupport.parkNanos(1_000_000);
            }
            byte[] body = WireJson.write(new News(position));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }
}
