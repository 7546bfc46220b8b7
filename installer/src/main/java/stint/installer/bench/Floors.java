package stint.installer.bench;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What this machine takes for the least that a tap needs: the floors that the figures stand on. */
final class Floors {

    /** An event of one tap, about. */
    private static final int EVENT_BYTES = 300;

    private static final int FILE_BYTES = 1 << 20;

    private Floors() {}

    /** Appends an event's worth of bytes to a file of full length, and forces it. */
    static Sample forcedAppend(Path directory, int times) throws Exception {
        Path file = directory.resolve("floor.bin");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(FILE_BYTES));
            channel.force(true);
            ByteBuffer event = ByteBuffer.allocate(EVENT_BYTES);
            long[] position = {0};
            return Sample.of(
                    times,
                    () -> {
                        event.clear();
                        channel.write(event, position[0]);
                        channel.force(false);
                        position[0] = (position[0] + EVENT_BYTES) % (FILE_BYTES - EVENT_BYTES);
                    });
        }
    }

    /** Asks a bare HTTP server on this machine for a kilobyte. */
    static Sample roundTrip(int times) throws Exception {
        byte[] body = new byte[1024];
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                            .build();
            return Sample.of(times, () -> get(client, request));
        } finally {
            server.stop(0);
        }
    }

    private static void get(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IOException("the bare server answered " + status);
        }
    }
}
