package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The index of the rules is true: each has code that exists and a test that bears its id. */
class RuleIndexTest {

    private static final Path INDEX = Path.of("docs", "rules.md");
    private static final Path CODE = Path.of("src", "main", "java", "stint", "domain");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern RULE = Pattern.compile("^\\| ([A-Z]{2,3}-\\d+) \\|");
    private static final Pattern PLACE = Pattern.compile("`([a-z]+)\\.([A-Z]\\w+)[^`]*`");
    private static final Pattern BEARER = Pattern.compile("void ([A-Z]{2,3})_(\\d+)_");

    private static Set<String> rulesWithTests() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher bearer = BEARER.matcher(Files.readString(file));
                while (bearer.find()) {
                    rules.add(bearer.group(1) + "-" + bearer.group(2));
                }
            }
        }
        return rules;
    }

    @Test
    void every_rule_of_the_index_has_a_test_that_bears_its_id() throws IOException {
        Set<String> indexed = new TreeSet<>();
        for (String line : Files.readAllLines(INDEX)) {
            Matcher rule = RULE.matcher(line);
            if (rule.find()) {
                indexed.add(rule.group(1));
            }
        }

        assertThat(indexed).hasSizeGreaterThan(30);
        assertThat(rulesWithTests()).containsAll(indexed);
    }

    @Test
    void every_place_of_the_index_exists() throws IOException {
        Matcher place = PLACE.matcher(Files.readString(INDEX));
        int places = 0;
        while (place.find()) {
            places++;
            assertThat(CODE.resolve(place.group(1)).resolve(place.group(2) + ".java")).exists();
        }
        assertThat(places).isGreaterThan(40);
    }
}
