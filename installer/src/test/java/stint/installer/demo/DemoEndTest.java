package stint.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import stint.installer.ThisJava;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The demo that Maven started ends with Maven, however that ends, and leaves nothing behind. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script stands between the two there")
class DemoEndTest {

    /** Whoever starts it, and the process it says it started. */
    private static final String PARENT = "\"$@\" & echo $!; wait";

    private static final String DATA = "Data ";

    @TempDir private Path directory;

    @Test
    void whoStartedItIsKilledAndItEnds() throws Exception {
        Process parent =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                PARENT,
                                "sh",
                                ThisJava.command(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "stint.installer.Main",
                                "demo",
                                "--with-parent",
                                "--headless",
                                "--port",
                                "0",
                                "--pictures",
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader out = parent.inputReader()) {
            ProcessHandle demo = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            try {
                Path data = null;
                String line = out.readLine();
                while (line != null && !line.startsWith("Day 1 begins")) {
                    data = line.startsWith(DATA) ? data(line) : data;
                    line = out.readLine();
                }
                assertThat(data).isNotNull().exists();
                parent.destroyForcibly();
                demo.onExit().get(1, TimeUnit.MINUTES);
                assertThat(data).as("is deleted at the end").doesNotExist();
            } finally {
                demo.destroyForcibly();
            }
        }
    }

    private static Path data(String line) {
        return Path.of(line.substring(DATA.length(), line.indexOf(',')).strip());
    }
}
