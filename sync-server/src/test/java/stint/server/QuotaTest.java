package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.server.ServerConfig.Limits;
import stint.server.ServerConfig.Quota;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Nobody takes more than their share, and nobody else notices (SERVER "Limits"). */
@Timeout(60)
class QuotaTest {

    private static final Quota WIDE = new Quota(5_000, 20_000, 1_000);

    @TempDir private Path directory;

    private static Limits hasty(Quota station, Quota near, Duration headerTime) {
        Limits usual = Limits.usual();
        return new Limits(
                        usual.bodyBytesMax(),
                        usual.bodyTime(),
                        headerTime,
                        usual.headerBytesMax(),
                        usual.bodiesBytesMax(),
                        usual.connectionsMax(),
                        usual.queueMax(),
                        usual.answerTime(),
                        usual.heartbeat())
                .with(station, near, near);
    }

    @Test
    void a_station_that_asks_too_often_is_asked_to_wait_and_the_others_are_not() throws Exception {
        Limits limits = hasty(new Quota(1, 5, 2), WIDE, Duration.ofSeconds(10));
        try (TestServer server = TestServer.guarded(directory, new SystemClocks(), limits)) {
            server.plan();
            SigningStation eager = new SigningStation(server, "BENCH-1").enrolled("bench");
            SigningStation calm = new SigningStation(server, "BENCH-2").enrolled("bench");
            HttpResponse<byte[]> last = eager.get("/api/v1/board");
            for (int ask = 0; ask < 20 && last.statusCode() == 200; ask++) {
                last = eager.get("/api/v1/board");
            }

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(TestServer.problem(last).code()).isEqualTo("too_often");
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(calm.get("/api/v1/board").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_address_that_asks_too_often_is_asked_to_wait() throws Exception {
        Limits limits = hasty(WIDE, new Quota(1, 10, 100), Duration.ofSeconds(10));
        try (TestServer server = new TestServer(directory, limits)) {
            HttpResponse<byte[]> last = server.get("/api/v1/info");
            for (int ask = 0; ask < 30 && last.statusCode() == 200; ask++) {
                last = server.get("/api/v1/info");
            }
            assertThat(last.statusCode()).isEqualTo(429);
        }
    }

    @Test
    void an_address_holds_so_many_connections_and_no_more() throws Exception {
        Limits limits = hasty(WIDE, new Quota(1_000, 1_000, 6), Duration.ofSeconds(10));
        try (TestServer server = new TestServer(directory, limits)) {
            List<Socket> held = new ArrayList<>();
            try {
                for (int count = 0; count < 20; count++) {
                    held.add(connected(server));
                }
                long answered = held.stream().filter(QuotaTest::isAnswered).count();
                assertThat(answered).isBetween(1L, 6L);
            } finally {
                for (Socket socket : held) {
                    socket.close();
                }
            }
            assertThat(server.server().picture().position()).as("it goes on").isNotNegative();
        }
    }

    private static Socket connected(TestServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static boolean isAnswered(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_header_that_trickles_in_on_a_kept_connection_is_ended_too() throws Exception {
        Limits limits = hasty(WIDE, WIDE, Duration.ofMillis(400));
        try (TestServer server = new TestServer(directory, limits);
                Socket socket = connected(server)) {
            assertThat(isAnswered(socket)).isTrue();
            InputStream in = socket.getInputStream();
            while (in.available() > 0) {
                in.read();
            }
            long begun = System.nanoTime();
            assertThat(trickledToTheEnd(socket)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    private static boolean trickledToTheEnd(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        for (int letter = 0; letter < 400; letter++) {
            try {
                socket.getOutputStream().write("GET /health/live HTTP/1.1 ".charAt(letter % 20));
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketException e) {
                return true;
            } catch (SocketTimeoutException e) {
                // It still listens.
            }
        }
        return false;
    }
}
