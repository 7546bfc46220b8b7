package stint.installer.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import stint.installer.demo.DemoDay;
import stint.installer.scenario.OwnScenarios;
import stint.installer.scenario.Scenario;
import stint.installer.scenario.ScenarioReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays every scenario of ours, and those of {@code -Dscenarios=DIR}, each on fresh directories.
 */
class ScenariosTest {

    @TempDir private Path directory;

    @TestFactory
    List<DynamicTest> ours() {
        return OwnScenarios.names().stream()
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> play(name, OwnScenarios.read(name))))
                .toList();
    }

    @Test
    void theDemosDay() throws IOException {
        play("demo", DemoDay.of(1, LocalDate.of(2025, 11, 3)));
    }

    @TestFactory
    List<DynamicTest> others() throws IOException {
        String others = System.getProperty("scenarios");
        if (others == null || others.isBlank()) {
            return List.of();
        }
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(others))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
                String name = file.getFileName().toString();
                tests.add(
                        DynamicTest.dynamicTest(name, () -> play(name, ScenarioReader.read(file))));
            }
        }
        return tests;
    }

    private void play(String name, Scenario scenario) throws IOException {
        Result result = Simulation.run(scenario, directory.resolve(name));

        assertThat(result.differences()).as(result.json()).isEmpty();
    }
}
