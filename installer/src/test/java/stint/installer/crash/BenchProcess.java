package stint.installer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import stint.domain.event.EventId;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link TappingBench} in a process of its own. */
final class BenchProcess {

    private BenchProcess() {}

    /**
     * Lets a bench tap and kills it in the middle.
     *
     * @param directory the bench's own
     * @param taps it is killed when it has confirmed so many
     * @return what it had confirmed when it was dead
     */
    static List<EventId> runAndKill(
            Path directory, String bench, String operator, URI server, String mode, int taps) {
        List<String> command = command(directory, bench, operator, server, mode);
        List<EventId> confirmed = new ArrayList<>();
        try {
            Process process = start(directory, command);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                String line = lines.readLine();
                while (line != null) {
                    if (line.startsWith(TappingBench.CONFIRMED)) {
                        confirmed.add(confirmed(line));
                    }
                    if (confirmed.size() == taps) {
                        // By its handle: what it printed until it is dead is still read.
                        process.toHandle().destroyForcibly();
                    }
                    line = lines.readLine();
                }
            }
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(confirmed).as("a bench that could not tap; see its log").isNotEmpty();
        return confirmed;
    }

    static EventId confirmed(String line) {
        return EventId.parse(line.substring(TappingBench.CONFIRMED.length()));
    }

    static Process start(Path directory, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(directory.resolveSibling(directory.getFileName() + ".log").toFile())
                .start();
    }

    static List<String> command(
            Path directory, String bench, String operator, URI server, String mode) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                TappingBench.class.getName(),
                bench,
                directory.toString(),
                server.toString(),
                operator,
                CrashSite.TASK.toString(),
                mode);
    }
}
