package stint.station.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every text of every page of the desk is there, in every language, and none is left over. */
class DeskTextsTest {

    private static final Path JAVA = Path.of("src/main/java/stint/station/desk");
    private static final Path RESOURCES = Path.of("src/main/resources/stint/station/desk");

    private static final Pattern ASKED_FOR =
            Pattern.compile("texts(?:\\(\\))?\\s*\\.text\\(\\s*\"([a-z][a-z0-9._]*)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][a-z0-9._]*)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9._]+)\"");

    /** Keys that are put together: a text for each page, field or problem there may be. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("\"([a-z][a-z0-9._]*\\.)\"\\s*\\+");

    /** The packages with texts of their own. */
    static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("desk.properties"))
                    .map(file -> RESOURCES.relativize(file.getParent()).toString())
                    .toList();
        }
    }

    private static Properties bundle(String home, String suffix) throws IOException {
        Properties properties = new Properties();
        Path file = RESOURCES.resolve(home).resolve("desk" + suffix + ".properties");
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        Set<String> keys = new TreeSet<>();
        if (!Files.exists(folder)) {
            return keys;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(DeskTextsTest::isSource).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }

    private static boolean isSource(Path path) {
        return path.toString().endsWith(".java") || path.toString().endsWith(".fxml");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyTextThatIsAskedForExists(String home) throws IOException {
        Set<String> there = new TreeSet<>(bundle(home, "").stringPropertyNames());
        there.addAll(bundle("", "").stringPropertyNames());

        Set<String> used = new TreeSet<>();
        if (!home.isEmpty()) {
            used.addAll(found(ASKED_FOR, JAVA.resolve(home)));
            used.addAll(found(IN_FXML, RESOURCES.resolve(home)));
        }
        used.removeIf(key -> key.endsWith("."));
        assertThat(there).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void noTextIsLeftOver(String home) throws IOException {
        Set<String> written = found(IN_JAVA, JAVA.resolve(home));
        written.addAll(found(IN_FXML, RESOURCES.resolve(home)));
        Set<String> beginnings = found(PUT_TOGETHER, JAVA.resolve(home));

        assertThat(bundle(home, "").stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(
                                        written.contains(key)
                                                || beginnings.stream().anyMatch(key::startsWith))
                                .as(key)
                                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyLanguageHasTheSameKeysAndValues(String home) throws IOException {
        Properties english = bundle(home, "");
        for (String suffix : List.of("_th", "_he", "_ru")) {
            Properties other = bundle(home, suffix);

            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key)))
                        .as(key + suffix)
                        .isEqualTo(places(english.getProperty(key)));
                assertThat(other.getProperty(key)).as(key + suffix).isNotBlank();
            }
        }
    }

    /** Which values a text takes; an apostrophe would swallow one. */
    private static Set<String> places(String text) {
        Object[] values = {"<0>", "<1>", "<2>", "<3>"};
        String filled = MessageFormat.format(text, values);
        return Stream.of("<0>", "<1>", "<2>", "<3>")
                .filter(filled::contains)
                .collect(Collectors.toSet());
    }
}
