package stint.installer.load;

import org.jspecify.annotations.Nullable;

import stint.installer.ServerClient;
import stint.installer.ThisJava;
import stint.server.ServerConfig.Database;
import stint.server.SyncServer;
import stint.server.trace.SerialCodes;
import stint.server.trust.ServerKeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of its own for the measurement, in a process of its own. */
final class ServerUnderLoad implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("^Stint server of .*: (\\S+)$");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int STOP_SECONDS = 20;

    /** Processor time in {@link #SETTLED} of a server that only holds its streams. */
    private static final Duration IDLE = Duration.ofMillis(300);

    /** Longer than the index waits for a quiet moment. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final int LOOKS_MAX = 20;

    private final Path directory;
    private final Process process;
    private final URI uri;

    private ServerUnderLoad(Path directory, Process process, URI uri) {
        this.directory = directory;
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts one with the memory a small server has, as the launcher does.
     *
     * @param database where it keeps the events; absent for its directory
     */
    static ServerUnderLoad start(Path directory, @Nullable Database database) throws IOException {
        return start(directory, database, "-Xmx240m");
    }

    /**
     * Starts one.
     *
     * @param memory the option of its virtual machine that says how much it has
     */
    static ServerUnderLoad start(Path directory, @Nullable Database database, String memory)
            throws IOException {
        ProcessBuilder command =
                new ProcessBuilder(
                                ThisJava.command(),
                                memory,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:MaxNewSize=48m",
                                "-XX:SurvivorRatio=2",
                                "-XX:MetaspaceSize=96m",
                                "-XX:ReservedCodeCacheSize=128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "stint.installer.Main",
                                "server",
                                "--host",
                                "127.0.0.1",
                                "--port",
                                "0",
                                "--data",
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().keySet().removeIf(name -> name.startsWith("STINT_SERVER_DATABASE"));
        if (database != null) {
            command.environment().put("STINT_SERVER_DATABASE", database.url());
            command.environment().put("STINT_SERVER_DATABASE_USER", database.user());
            command.environment().put("STINT_SERVER_DATABASE_PASSWORD", database.password());
        }
        Process process = command.start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new ServerUnderLoad(directory, process, URI.create(address.group(1)));
            }
        }
        process.destroyForcibly();
        throw new IOException("the server ended before it said its address");
    }

    URI uri() {
        return uri;
    }

    /** Asks it as its administrator. */
    ServerClient console() throws IOException {
        return ServerClient.console(directory.resolve("server"));
    }

    /** By what it makes the codes on labels. */
    SerialCodes serialCodes() throws IOException {
        return ServerKeys.open(SyncServer.keys(directory.resolve("server"))).serialCodes();
    }

    /** Processor time so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Waits until it has nothing more to do: its index is written after the events, and neither
     * that work is to be left out of what it took, nor is it to slow down what is measured next.
     */
    void settle() throws InterruptedException {
        Duration before;
        int looks = 0;
        do {
            before = cpu();
            Thread.sleep(SETTLED.toMillis()); // Another process says nothing one could wait for.
            looks++;
        } while (looks < LOOKS_MAX && cpu().minus(before).compareTo(IDLE) > 0);
    }

    /** The most memory it ever had in use, in bytes; empty where the system does not say. */
    OptionalLong memoryPeak() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        @Nullable Matcher found =
                Files.readAllLines(status).stream()
                        .map(PEAK::matcher)
                        .filter(Matcher::matches)
                        .findFirst()
                        .orElse(null);
        return found == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(found.group(1)) * 1024);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
