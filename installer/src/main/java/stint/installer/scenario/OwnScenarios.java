package stint.installer.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that come with Stint. */
public final class OwnScenarios {

    private static final String DIRECTORY = "/stint/scenarios/";
    private static final String LIST = "index.txt";

    private OwnScenarios() {}

    /** The names of their files. */
    public static List<String> names() {
        return text(LIST).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** One of them by its file's name. */
    public static Scenario read(String name) {
        try {
            return ScenarioReader.read(name, text(name));
        } catch (ScenarioException e) {
            throw new IllegalStateException(
                    "a scenario of ours can't be read: " + e.getMessage(), e);
        }
    }

    private static String text(String name) {
        try (InputStream in = OwnScenarios.class.getResourceAsStream(DIRECTORY + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no scenario " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
