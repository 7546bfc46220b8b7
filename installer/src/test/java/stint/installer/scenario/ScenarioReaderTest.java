package stint.installer.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.plan.Job;
import stint.domain.plan.ProcessMode;
import stint.domain.work.Command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class ScenarioReaderTest {

    private static final String FILE =
            """
            {
              "name": "n", "zone": "Asia/Bangkok", "day": "2025-10-30",
              "setup": {
                "operators": [{"code": "A"}],
                "stations": [{"code": "BENCH-1"}],
                "jobs": [{"ticket": "J1", "name": "Job", "line": "OEM", "target": 50, %s
                          "tasks": [{"name": "Cut"}, {"name": "Sew"}, {"name": "Pack"}]}]
              },
              "steps": [
                {"at": "08:00", "do": "start", "station": "BENCH-1", "operator": "A", "task": "Cut"},
                %s
              ],
              "expect": {"tasks": {"Cut": {"good": 0}}}
            }
            """;

    @TempDir private Path directory;

    @Test
    void allOursAreListedAndReadable() throws IOException, URISyntaxException {
        Path scenarios =
                Path.of(OwnScenarios.class.getResource("/stint/scenarios/index.txt").toURI());
        try (Stream<Path> files = Files.list(scenarios.getParent())) {
            List<String> there =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .sorted()
                            .toList();
            assertThat(OwnScenarios.names()).isEqualTo(there);
        }
        assertThat(OwnScenarios.names()).allSatisfy(name -> OwnScenarios.read(name));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05,500",
        "5,500",
        "0.1,1000",
        "10,1000",
        "0,0",
        "1,100",
        "0.125,1250",
        "100,10000"
    })
    void PR_4_aToleranceIsAFractionBelowOneOrAPercentage(String written, int basisPoints)
            throws ScenarioException {
        assertThat(job("\"tolerance\": " + written + ",").toleranceBasisPoints())
                .isEqualTo(basisPoints);
    }

    @Test
    void tasksFollowOneAnotherUnlessEdgesSayOtherwise() throws ScenarioException {
        assertThat(job("").edges()).containsExactly(new Job.Edge(1, 2), new Job.Edge(2, 3));
        assertThat(job("\"edges\": [[\"Cut\", \"Pack\"]],").edges())
                .containsExactly(new Job.Edge(1, 3));
    }

    @Test
    void SN_1_aJobWithAPieceTaskHasSerialsInOrder() throws ScenarioException {
        assertThat(job("").serials()).isEmpty();
        assertThat(job("").tasks()).allMatch(task -> task.mode() == ProcessMode.BATCH);
        assertThat(job("\"mode\": \"piece\",").serials())
                .hasSize(50)
                .startsWith(new stint.domain.event.Serial("SN001"))
                .endsWith(new stint.domain.event.Serial("SN050"));
    }

    @Test
    void anApprovalAndAChoiceAreReadWithTheStep() throws ScenarioException {
        Scenario scenario =
                read(
                        "",
                        """
                        {"at": "1+08:00:30", "do": "complete", "station": "BENCH-1", "operator": "A",
                         "task": "J1/Sew", "qty": 3, "approvedBy": "A", "id": "x"}\
                        """);
        Step.Work work = (Step.Work) scenario.steps().getLast();
        assertThat(work.command()).isInstanceOf(Command.Complete.class);
        assertThat(Duration.between(scenario.steps().getFirst().head().at(), work.head().at()))
                .isEqualTo(Duration.ofHours(24).plusSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\": \"25:00\", \"do\": \"start\"} | steps[1].at | no such time",
                "{\"at\": \"07:00\", \"do\": \"start\"} | steps[1].at | earlier",
                "{\"at\": \"09:00\", \"do\": \"dance\"} | steps[1].do | dance",
                "{\"at\": \"09:00\", \"do\": \"offline\"} | steps[1] | \"station\" is missing",
                "{\"at\": \"09:00\", \"do\": \"offline\", \"station\": \"BENCH-9\"} |"
                        + " steps[1].station | BENCH-9",
                "{\"at\": \"09:00\", \"do\": \"offline\", \"statoin\": \"BENCH-1\"} | steps[1] |"
                        + " statoin",
                "{\"at\": \"09:00\", \"do\": \"clock\", \"station\": \"BENCH-1\", \"by\": \"soon\"}"
                        + " | steps[1].by | soon",
                "{\"at\": \"09:00\", \"do\": \"void\", \"station\": \"BENCH-1\", \"operator\":"
                        + " \"A\", \"step\": \"x\"} | steps[1].step | no earlier step",
                "{\"at\": \"09:00\", \"do\": \"expect\", \"expect\": {\"tasks\": {\"Glue\": {}}}} |"
                        + " steps[1].expect.tasks.Glue | Glue",
                "{\"at\": \"09:00\", \"do\": \"hold\", \"station\": 7} | steps[1] | ",
            })
    void whatCantBeReadNamesItsPlace(String step, String path, String words) {
        assertThatThrownBy(() -> read("", step))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("file.json:")
                .hasMessageContaining(path)
                .hasMessageContaining(words == null ? "" : words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"name\": \"x\",}", "nonsense", ""})
    void whatIsNoJsonNamesTheFile(String text) {
        assertThatThrownBy(() -> ScenarioReader.read("file.json", text))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("file.json");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("none.json");
        assertThatThrownBy(() -> ScenarioReader.read(missing))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("none.json")
                .hasMessageContaining("no such file");
    }

    private static Job job(String keys) throws ScenarioException {
        return read(keys, "{\"at\": \"09:00\", \"do\": \"server_stop\"}").jobs().getFirst();
    }

    private static Scenario read(String jobKeys, String step) throws ScenarioException {
        return ScenarioReader.read("file.json", FILE.formatted(jobKeys, step));
    }
}
