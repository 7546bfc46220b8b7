package stint.installer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Cold starts, each of a process of its own, until it says that its window is shown. */
final class Starts {

    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    /** What a process prints when its window is shown. */
    static final String SHOWN = "login screen shown";

    private Starts() {}

    /** A station on a store that exists, until the login screen is shown; drawn in memory. */
    static Sample station(Path data, int times) throws Exception {
        return starts(times, StartCache.station(data));
    }

    /** The same with a cache of what a start loads. */
    static Sample station(Path data, Path cache, int times) throws Exception {
        return starts(times, StartCache.station(data), StartCache.using(cache));
    }

    /** A window with one word. */
    static Sample emptyWindow(int times) throws Exception {
        return starts(times, List.of(EmptyWindow.class.getName()));
    }

    private static Sample starts(int times, List<String> arguments, String... options)
            throws Exception {
        List<String> command = StartCache.jvm(arguments, options);
        return Sample.of(times, () -> start(command));
    }

    private static void start(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals(SHOWN)) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException("a process ended before its window was shown");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
