package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import stint.clock.SystemClocks;
import stint.sync.SnapshotKeeper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A server in a process of its own, that can be killed without a word. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "listening on ";
    private static final String STARTED_FROM = "started from ";

    /** So often that many kills fall into the writing of one. */
    private static final SnapshotKeeper.Cadence SNAPSHOTS =
            new SnapshotKeeper.Cadence(10, Duration.ofMillis(20));

    private final Process process;
    private final URI uri;
    private final long startedFrom;

    private ServerProcess(Process process, URI uri, long startedFrom) {
        this.process = process;
        this.uri = uri;
        this.startedFrom = startedFrom;
    }

    static ServerProcess start(Path directory) throws IOException {
        return start(directory, TestDatabase.of(directory));
    }

    /** One of several over a database. */
    static ServerProcess start(Path directory, ServerConfig.@Nullable Database database)
            throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServerProcess.class.getName(),
                                directory.toString(),
                                database == null ? "" : database.url())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        long from = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(STARTED_FROM)) {
                from = Long.parseLong(line.substring(STARTED_FROM.length()));
            }
            if (line.startsWith(READY)) {
                return new ServerProcess(process, URI.create(line.substring(READY.length())), from);
            }
        }
        throw new IOException("the server did not start:\n" + said);
    }

    URI uri() {
        return uri;
    }

    /** The position of the snapshot it went on from; 0 for none. */
    long startedFrom() {
        return startedFrom;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It does nothing any more, and its connections stay; until {@link #thaw}. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int failed =
                new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(failed).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Runs until killed. */
    public static void main(String[] args) throws InterruptedException {
        SyncServer server =
                SyncServer.start(
                        new ServerConfig(
                                        "TEST",
                                        "127.0.0.1",
                                        0,
                                        Path.of(args[0]),
                                        new SystemClocks(),
                                        ServerConfig.Access.OPEN)
                                .on(
                                        args[1].isEmpty()
                                                ? null
                                                : new ServerConfig.Database(
                                                        args[1], "postgres", "")),
                        SNAPSHOTS);
        System.out.println(STARTED_FROM + server.startedFrom());
        System.out.println(READY + server.uri());
        Thread.currentThread().join();
    }
}
