package stint.installer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class SettingsTest {

    @TempDir private Path directory;

    @Test
    void theDefaultsHold() throws ConfigProblem {
        Settings settings = Settings.load(null, Map.of(), Map.of());

        assertThat(settings.server())
                .isEqualTo(
                        new Settings.Server(
                                "127.0.0.1",
                                7070,
                                Duration.ofDays(7),
                                true,
                                true,
                                6,
                                null,
                                null,
                                false,
                                null,
                                new Settings.Pages(
                                        null,
                                        ZoneId.systemDefault(),
                                        List.of(
                                                LocalTime.of(6, 0),
                                                LocalTime.of(14, 0),
                                                LocalTime.of(22, 0)))));
        assertThat(settings.station().code()).isEqualTo("BENCH-1");
        assertThat(settings.board().pageSeconds()).isEqualTo(12);
        assertThat(settings.demo().port()).isZero();
        assertThat(settings.data()).isAbsolute();
        assertThat(settings.log()).isEqualTo(new Settings.Log("INFO", false));
    }

    @Test
    void theCommandLineIsOverTheEnvironmentIsOverTheFile() throws ConfigProblem, IOException {
        Path file = file("stint { site = f, server { port = 1 }, station { code = F-1 } }");

        Settings settings =
                Settings.load(
                        file,
                        Map.of("STINT_SERVER_PORT", "2", "STINT_STATION_CODE", "E-1"),
                        Map.of("stint.server.port", 3));

        assertThat(settings.site()).isEqualTo("f");
        assertThat(settings.station().code()).isEqualTo("E-1");
        assertThat(settings.server().port()).isEqualTo(3);
        assertThat(settings.lines())
                .anyMatch(line ->
                        line.contains("stint.server.port") && line.contains("the command line"))
                .anyMatch(line ->
                        line.contains("stint.station.code") && line.contains("STINT_STATION_CODE"))
                .anyMatch(line -> line.contains("stint.site ") && line.contains(file + ":1"))
                .anyMatch(line ->
                        line.contains("stint.board.language") && line.endsWith("# default"));
    }

    @Test
    void aKeyInSeveralWordsIsAVariableInSeveralWords() throws ConfigProblem {
        Settings settings =
                Settings.load(null, Map.of("STINT_STATION_FULL_SCREEN", "false"), Map.of());

        assertThat(settings.station().fullScreen()).isFalse();
    }

    @Test
    void aVariableThatMeansNothingIsNamed() throws ConfigProblem {
        Settings settings =
                Settings.load(
                        null,
                        Map.of("STINT_SERVR_PORT", "1", "STINT_OPTS", "-Xmx1g", "PATH", "x"),
                        Map.of());

        assertThat(settings.strangeVariables()).containsExactly("STINT_SERVR_PORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stint.server.port = abc | :2: stint.server.port must be a whole number from 0 to"
                        + " 65535, not \"abc\"",
                "stint.server.port = 70707 | :2: stint.server.port must be a whole number",
                "stint.station.server = stint.lan | :2: stint.station.server must be an address"
                        + " such as http://",
                "stint.station.fullScreen = maybe | :2: stint.station.fullScreen must be true or"
                        + " false",
                "stint.station.code = \"BENCH 1\" | :2: stint.station.code must be 1 to 40",
                "stint.board.language = fr | :2: stint.board.language must be one of en, th",
                "stint.server.publicAddress = our.shop | :2: stint.server.publicAddress must be an"
                        + " address such as",
                "stint.server.zone = Chiang-Mai | :2: stint.server.zone must be empty, or a time"
                        + " zone such as Asia/Bangkok",
                "stint.server.shifts = \"6am\" | :2: stint.server.shifts must be times of day",
                "stint.server.shifts = \"\" | :2: stint.server.shifts must be times of day",
                "stint.server { port { a = 1 } } | stint.server.port",
                "stint.sever.port = 1 | :2: unknown key stint.sever.port. Did you mean"
                        + " stint.server.port?",
                "server.port = 1 | :2: unknown key server.port. Did you mean stint.server.port?",
                "stint { site = | stint.conf",
            })
    void aMistakeInTheFileNamesFileLineKeyAndWhatToDo(String line, String words)
            throws IOException {
        Path file = file("# a site of ours\n" + line);

        assertThatThrownBy(
                        () -> {
                            Settings settings = Settings.load(file, Map.of(), Map.of());
                            settings.server();
                            settings.station();
                            settings.board();
                        })
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("stint.conf")
                .hasMessageContaining(words);
    }

    @Test
    void aMistakeInAVariableNamesTheVariable() {
        assertThatThrownBy(() ->
                        Settings.load(null, Map.of("STINT_SERVER_PORT", "http"), Map.of()).server())
                .isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("environment variable STINT_SERVER_PORT: ");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("none.conf");

        assertThatThrownBy(() -> Settings.load(missing, Map.of(), Map.of()))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("none.conf")
                .hasMessageContaining("--config");
        assertThatThrownBy(() ->
                        Settings.load(null, Map.of("STINT_CONFIG", missing.toString()), Map.of()))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("STINT_CONFIG");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("stint.conf"), text);
    }
}
