package stint.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text exists in every language, and every key the code names exists. */
class BoardTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/stint/board");
    private static final Pattern KEY = Pattern.compile("text(?:Or)?\\(\\s*\"([a-zA-Z.]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"th", "he", "ru"})
    void everyLanguageHasTheSameKeys(String language) throws IOException {
        assertThat(keys("board_" + language + ".properties")).isEqualTo(keys("board.properties"));
    }

    @Test
    void everyKeyTheCodeNamesExists() throws IOException {
        Set<String> named = new HashSet<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Matcher matcher = KEY.matcher(Files.readString(source));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(20);
        named.removeIf(key -> key.endsWith(".")); // completed by a value
        assertThat(keys("board.properties")).containsAll(named);
    }

    private static Set<String> keys(String bundle) throws IOException {
        var properties = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(BoardTexts.class.getResourceAsStream(bundle)),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }
}
