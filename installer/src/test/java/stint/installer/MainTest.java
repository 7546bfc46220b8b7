package stint.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The launcher as a person meets it. */
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path directory;

    @Test
    void everyCommandHelps() {
        CommandLine line = Main.commandLine();
        assertThat(line.getSubcommands().keySet())
                .contains("server", "station", "board", "demo", "simulate", "bench", "config");
        for (String command : line.getSubcommands().keySet()) {
            out.getBuffer().setLength(0);
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(out.toString()).as(command).contains("Usage:");
        }
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString()).contains("Examples:", "Exit codes:", "STINT_CONFIG");
    }

    @Test
    void anUnknownCommandIsAUsageError() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString()).contains("dance");
    }

    @Test
    void theDefaultConfigurationIsAFileThatCanBeUsed() throws IOException {
        assertThat(run("config", "--default")).isZero();
        Path file = Files.writeString(directory.resolve("stint.conf"), out.toString());

        out.getBuffer().setLength(0);
        assertThat(run("config", "--config", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("stint.server.port");
    }

    @Test
    void aBadConfigurationIsASentence() throws IOException {
        Path file = Files.writeString(directory.resolve("stint.conf"), "stint.server.port = x");

        assertThat(run("server", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("stint: ")
                .contains("stint.conf:1", "stint.server.port");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void aScenarioThatCantBeReadExitsWith2AndNamesThePlace() throws IOException {
        Path file = Files.writeString(directory.resolve("day.json"), "{\n\"name\": 7}");

        assertThat(run("simulate", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("day.json:");
        assertThat(run("simulate", directory.resolve("none.json").toString())).isEqualTo(2);
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
