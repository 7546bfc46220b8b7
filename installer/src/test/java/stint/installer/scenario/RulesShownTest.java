package stint.installer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of rules and scenarios is true, and leaves no rule of the floor out. */
class RulesShownTest {

    private static final Path RULES = Path.of("..", "shared-model", "docs", "rules.md");
    private static final Path TABLE =
            Path.of("src", "main", "resources", "stint", "scenarios", "README.md");
    private static final Pattern RULE = Pattern.compile("^\\| ([A-Z]{2,3}-\\d+) \\|");
    private static final Pattern UNSHOWN =
            Pattern.compile("^\\| ([A-Z]{2,3}(?:-\\d+)?) \\| [^|]+\\|$");
    private static final Pattern FILE = Pattern.compile("`([a-z0-9-]+)`");

    @Test
    void eachRuleIsShownByAFileOrHasItsReason() throws IOException {
        Set<String> shown = table().keySet();
        Set<String> unshown = unshown();
        List<String> rules =
                Files.readAllLines(RULES).stream()
                        .map(RULE::matcher)
                        .filter(Matcher::find)
                        .map(rule -> rule.group(1))
                        .toList();

        assertThat(rules).hasSizeGreaterThan(30);
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(shown.contains(rule))
                                .as(rule + ": a file, or a reason, not both and not neither")
                                .isNotEqualTo(
                                        unshown.contains(rule)
                                                || unshown.contains(rule.split("-")[0])));
    }

    @Test
    void theTableSaysWhatTheFilesSay() throws IOException {
        Map<String, Set<String>> said = new TreeMap<>();
        for (String name : OwnScenarios.names()) {
            Scenario scenario = OwnScenarios.read(name);
            assertThat(scenario.rules()).as(name).isNotEmpty().doesNotHaveDuplicates();
            scenario.rules()
                    .forEach(rule ->
                            said.computeIfAbsent(rule, any -> new TreeSet<>())
                                    .add(name.replace(".json", "")));
        }

        assertThat(table()).isEqualTo(said);
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher rule = RULE.matcher(line);
            if (rule.find()) {
                FILE.matcher(line)
                        .results()
                        .forEach(file ->
                                table.computeIfAbsent(rule.group(1), any -> new TreeSet<>())
                                        .add(file.group(1)));
            }
        }
        return table;
    }

    private static Set<String> unshown() throws IOException {
        Set<String> unshown = new TreeSet<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher reason = UNSHOWN.matcher(line);
            if (reason.matches()) {
                unshown.add(reason.group(1));
            }
        }
        return unshown;
    }
}
