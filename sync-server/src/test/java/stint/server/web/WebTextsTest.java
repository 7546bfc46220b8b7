package stint.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text of the pages exists in every language, and every key that is named exists. */
class WebTextsTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern KEY = Pattern.compile("\\btext(?:Or)?\\(\\s*\"([a-zA-Z_.]+)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeysAndReadsThem(Language language) throws IOException {
        Set<String> keys = keys("");
        if (language != Language.EN) {
            assertThat(keys("_" + language.tag())).isEqualTo(keys);
        }
        WebTexts texts = new WebTexts(language, ZoneOffset.UTC);
        for (String key : keys) {
            assertThat(texts.text(key, 1, 2, 3, 4)).as(key).isNotBlank();
        }
    }

    @Test
    void everyKeyThatPagesNameExists() throws IOException {
        Set<String> named = new HashSet<>();
        for (Path directory :
                new Path[] {
                    MAIN.resolve("jte"),
                    MAIN.resolve(Path.of("java", "stint", "server", "web")),
                    MAIN.resolve(Path.of("java", "stint", "server", "http"))
                }) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        named.add(matcher.group(1));
                    }
                }
            }
        }
        named.removeIf(key -> key.endsWith(".")); // Completed by a value.
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(keys("")).containsAll(named);
    }

    private static Set<String> keys(String suffix) throws IOException {
        Properties properties = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                WebTexts.class.getResourceAsStream("web" + suffix + ".properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }
}
