package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every text is there, in every language, and none is left over. */
class KioskTextsTest {

    private static final Path SOURCES = Path.of("src", "main");

    /** A key is written out where it is used; in FXML after a percent sign. */
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)*)\"");

    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z.]+)\"");
    private static final Pattern ASKED_FOR = Pattern.compile("text\\(\\s*\"([a-z.]+)\"");

    private static Properties bundle(String suffix) throws IOException {
        String name = "kit/kiosk" + suffix + ".properties";
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(KioskTextsTest.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> found(Pattern pattern, String folder, String ending)
            throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder).resolve("stint/station/ui"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        Set<String> used = found(ASKED_FOR, "java", ".java");
        used.addAll(found(IN_FXML, "resources", ".fxml"));

        assertThat(bundle("").stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyKeyThatExistsIsUsed() throws IOException {
        Set<String> written = found(IN_JAVA, "java", ".java");
        written.addAll(found(IN_FXML, "resources", ".fxml"));

        assertThat(written).containsAll(bundle("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_th", "_he", "_ru"})
    void everyLanguageHasTheSameKeysAndValues(String suffix) throws IOException {
        Properties english = bundle("");
        Properties other = bundle(suffix);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).isNotBlank();
        }
    }

    /** Which values a text takes; an apostrophe would swallow one. */
    private static Set<String> places(String text) {
        Object[] values = {"<0>", "<1>", "<2>"};
        String filled = MessageFormat.format(text, values);
        return Stream.of("<0>", "<1>", "<2>").filter(filled::contains).collect(Collectors.toSet());
    }

    @Test
    void UX_no_sheet_but_the_tokens_names_a_colour() throws IOException {
        Pattern colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");

        assertThat(colour.matcher(text("kit/kiosk.css")).find()).isFalse();
        assertThat(colour.matcher(text("kit/tokens.css")).find()).isTrue();
    }

    private static String text(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(KioskTextsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
