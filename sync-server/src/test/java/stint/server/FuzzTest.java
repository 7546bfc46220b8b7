package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.server.http.Route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Random requests over plain sockets, well-formed by halves: none is answered with a 5xx, none
 * leaves its sender waiting, and the server is as it was. {@code -Dfuzz=1000000} sends more, {@code
 * -Dfuzz.seed=…} the same again.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz", 1_000);
    private static final long SEED =
            Long.getLong("fuzz.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    /** Longer than any limit of the server, so that it is the server that ends it. */
    private static final int PATIENCE_MS = 25_000;

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "FOO", "", "get");

    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ":",
                    ",",
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "\\u0000",
                    "\"station\"",
                    "\"epoch\"",
                    "\"BENCH-1\"",
                    "\"from\":1",
                    "\"hash\":\"00\"",
                    "\"protocol\":1",
                    "\"count\":1",
                    "\"seq\":1",
                    "\"type\":\"complete\"",
                    "\n",
                    "\"operator\":\"A\"",
                    "\"pin\":\"274951\"",
                    "ช่าง",
                    "\u202e",
                    "9999999999999999999",
                    "\"code\":\"AAAA-AAAA\"",
                    "\"v\":99",
                    "{\"a\":{\"a\":{\"a\":",
                    " ");

    private static final List<String> VALUES =
            List.of(
                    "application/json",
                    "application/x-ndjson",
                    "text/event-stream",
                    "gzip",
                    "br",
                    "identity",
                    "*/*",
                    "0",
                    "-1",
                    "99999999999",
                    "chunked",
                    "close",
                    "BENCH-1",
                    "%",
                    "%00",
                    "Stint-Ed25519 station=BENCH-1,key=,time=x",
                    "Stint-Console x y",
                    "Stint-Session nobody",
                    "station=BENCH-1,key=k,body=b,signature=s",
                    "bytes=0-1",
                    "100-continue",
                    "\t",
                    "stint-session=x; a=b",
                    "",
                    "é");

    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "Content-Encoding",
                    "Accept",
                    "Accept-Encoding",
                    "Authorization",
                    "Cookie",
                    "Stint-Station",
                    "Stint-Unsent",
                    "Stint-Carried",
                    "Expect",
                    "Range",
                    "Transfer-Encoding",
                    "Content-Length",
                    "Connection",
                    "X-Nothing",
                    "If-Match");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void EX_1_whatever_comes_nothing_breaks_and_nothing_hangs(@TempDir Path directory)
            throws Exception {
        try (TestServer server = new TestServer(directory).plan()) {
            server.push(new TestBench("BENCH-1").start("A").complete("A", 3).all());
            for (int count = 0; count < REQUESTS; count++) {
                byte[] request = request();
                String where = "seed " + SEED + ", request " + count + ": " + shown(request);
                int status = status(server.server().port(), request, where);
                assertThat(status).as(where).isLessThan(500);
            }
            server.freshClient(); // The server has closed what the old one kept for so long.
            assertThat(server.task().good()).isEqualTo(3);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private static String shown(byte[] request) {
        String text = new String(request, ISO_8859_1);
        return text.substring(0, Math.min(300, text.length()));
    }

    /** The answer's status; 0 where the server just ended the connection. */
    private static int status(int port, byte[] request, String where) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException e) {
                return 0; // It had heard enough.
            }
            return status(socket.getInputStream().readNBytes(12));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer and no end: " + where, e);
        } catch (IOException e) {
            return 0; // Reset.
        }
    }

    private static int status(byte[] start) {
        String line = new String(start, ISO_8859_1);
        return line.matches("HTTP/1\\.[01] \\d{3}") ? Integer.parseInt(line.substring(9)) : 0;
    }

    private byte[] request() throws IOException {
        byte[] body = body();
        StringBuilder head = new StringBuilder();
        head.append(rare() ? pick(METHODS) : random.nextBoolean() ? "GET" : "POST").append(' ');
        head.append(target()).append(rare() ? " HTTP/9.9" : " HTTP/1.1").append("\r\n");
        if (!rare()) {
            head.append("Host: x\r\n");
        }
        if (random.nextBoolean()) {
            head.append("Content-Type: ")
                    .append(random.nextBoolean() ? VALUES.get(0) : VALUES.get(1));
            head.append("\r\n");
        }
        for (int count = random.nextInt(4); count > 0; count--) {
            head.append(pick(HEADERS)).append(": ").append(pick(VALUES)).append("\r\n");
        }
        if (body.length > 0 && !rare()) {
            long said = rare() ? random.nextInt(100_000) : body.length;
            head.append("Content-Length: ").append(said).append("\r\n");
        }
        head.append(rare() ? "\n" : "\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.toString().getBytes(UTF_8));
        all.write(body);
        byte[] whole = all.toByteArray();
        if (rare()) {
            whole[random.nextInt(whole.length)] = (byte) random.nextInt();
        }
        return whole;
    }

    private boolean rare() {
        return random.nextInt(12) == 0;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String target() {
        Route route = Route.values()[random.nextInt(Route.values().length)];
        String path = route.path();
        for (String name : List.of("station", "ticket", "sequence", "operator", "serial")) {
            path = path.replace("{" + name + "}", segment());
        }
        return switch (random.nextInt(6)) {
            case 0 -> path + "?after=" + segment() + "&limit=" + segment();
            case 1 -> path + "/" + segment();
            case 2 -> path + "?" + segment() + "=" + segment() + "&generation=" + segment();
            default -> path;
        };
    }

    private String segment() {
        return switch (random.nextInt(9)) {
            case 0 -> "BENCH-1";
            case 1 -> "JT251030001";
            case 2 -> "1";
            case 3 -> "-1";
            case 4 -> "%00";
            case 5 -> "%E0%B8%8A";
            case 6 -> "..";
            case 7 -> "%2F%2e%2e";
            default -> "x".repeat(random.nextInt(200));
        };
    }

    private byte[] body() throws IOException {
        if (random.nextInt(3) == 0) {
            return new byte[0];
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int count = random.nextInt(30); count > 0; count--) {
            body.write(pick(PIECES).getBytes(UTF_8));
        }
        if (rare()) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            body.write(noise);
        }
        return random.nextInt(4) == 0 ? zipped(body.toByteArray()) : body.toByteArray();
    }

    private byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
