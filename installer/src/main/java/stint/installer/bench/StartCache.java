package stint.installer.bench;

import stint.installer.ThisJava;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JVM's ahead-of-time cache for a bench's start: what one start loaded and linked, kept for the
 * next ones. It serves the same JVM and the same jars only; with others the JVM goes without it.
 */
public final class StartCache {

    /** Putting it together takes longer than the start itself. */
    private static final long MAKE_SECONDS_MAX = 300;

    /** As the launcher has them: what a bench's JVM is given to stay small. */
    private static final List<String> SMALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xms24m",
                    "-XX:MaxNewSize=16m",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=30");

    private StartCache() {}

    /**
     * Makes it from one start of a bench that is drawn in memory, in a process of its own.
     *
     * @param cache the file, replaced
     * @param data a directory for the bench of that start
     * @throws IOException when the JVM does not make one; the message is for people
     */
    public static void make(Path cache, Path data) throws IOException, InterruptedException {
        Files.createDirectories(cache.toAbsolutePath().getParent());
        Files.deleteIfExists(cache);
        Path log = data.resolve("cache.log");
        Files.createDirectories(data);
        Process process =
                new ProcessBuilder(jvm(station(data), "-XX:AOTCacheOutput=" + cache))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(MAKE_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the start cache was not made in " + MAKE_SECONDS_MAX + " s");
        }
        if (process.exitValue() != 0 || !Files.exists(cache)) {
            throw new IOException("the start cache was not made: " + Files.readString(log));
        }
    }

    static String using(Path cache) {
        return "-XX:AOTCache=" + cache;
    }

    /** The arguments of a bench that ends when its login screen is shown. */
    static List<String> station(Path data) {
        return List.of(
                "stint.installer.Main",
                "station",
                "--in-memory",
                "--measure-start",
                "--window",
                "--data",
                data.toString(),
                "--server",
                "http://127.0.0.1:9");
    }

    /** A JVM as the launcher starts a bench's, of the classes of this one. */
    static List<String> jvm(List<String> arguments, String... options) {
        List<String> command = new ArrayList<>();
        command.add(ThisJava.command());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(SMALL);
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(arguments);
        return command;
    }
}
