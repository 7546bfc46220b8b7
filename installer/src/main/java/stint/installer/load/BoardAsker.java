package stint.installer.load;

import stint.installer.ThisJava;
import stint.installer.bench.Sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who asks for the board again and again, in a process of their own: what they wait for is
 * the server, and not the benches' collector of garbage.
 */
final class BoardAsker implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String READY = "ready";

    /** As often as a monitor on the wall has asked a server of this morning long ago. */
    private static final int WARM_UP = 50;

    private final Process process;
    private final BufferedReader says;

    private BoardAsker(Process process) {
        this.process = process;
        says =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one that has asked a few times and waits for the word to begin. */
    static BoardAsker of(URI server) throws IOException {
        BoardAsker asker =
                new BoardAsker(
                        new ProcessBuilder(
                                        ThisJava.command(),
                                        "-Xmx64m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        BoardAsker.class.getName(),
                                        server.toString())
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start());
        asker.hear(READY);
        return asker;
    }

    private void hear(String word) throws IOException {
        String line = says.readLine();
        if (!word.equals(line)) {
            close();
            throw new IOException("who asks for the board ended early: " + line);
        }
    }

    /** Asks from now on. */
    void begin() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Asks no more. What each answer took. */
    Sample end() throws IOException {
        process.getOutputStream().close();
        List<Long> took = new ArrayList<>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            took.add(Long.parseLong(line));
        }
        return Sample.ofNanos(took);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process: the server's address; a byte says begin, the end of the input says stop. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest board =
                    HttpRequest.newBuilder(URI.create(args[0]).resolve("/api/v1/board")).build();
            for (int time = 0; time < WARM_UP; time++) {
                askOnce(http, board);
            }
            PrintStream out = System.out;
            out.println(READY);
            if (System.in.read() < 0) {
                return;
            }
            CompletableFuture<Void> told = CompletableFuture.runAsync(BoardAsker::untilTold);
            List<Long> took = new ArrayList<>();
            do {
                took.add(askOnce(http, board));
                LockSupport.parkNanos(PAUSE.toNanos());
            } while (!told.isDone());
            took.forEach(out::println);
        }
    }

    private static void untilTold() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long askOnce(HttpClient http, HttpRequest board)
            throws IOException, InterruptedException {
        long asked = System.nanoTime();
        int status = http.send(board, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("the board is answered with " + status);
        }
        return System.nanoTime() - asked;
    }
}
