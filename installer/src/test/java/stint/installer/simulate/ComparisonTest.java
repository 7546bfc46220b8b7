package stint.installer.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.installer.scenario.FloorTime;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class ComparisonTest {

    private final Comparison comparison =
            new Comparison(new FloorTime(ZoneId.of("Asia/Bangkok"), LocalDate.of(2025, 10, 30)));

    @Test
    void onlyWhatIsNamedIsCompared() {
        assertThat(differences(Map.of("good", 5), Map.of("good", 5, "scrap", 1))).isEmpty();
        assertThat(differences(Map.of("good", 5), Map.of("good", 6)))
                .containsExactly("expect.good: expected 5, came out 6");
        assertThat(differences(Map.of("good", 5), Map.of())).hasSize(1);
    }

    @Test
    void minutesAreComparedAsPreciselyAsTheyAreWritten() {
        double twentyThirds = 20 / 3.0;
        assertThat(differences(Map.of("minutes", 6.67), Map.of("minutes", twentyThirds))).isEmpty();
        assertThat(differences(Map.of("minutes", 6.7), Map.of("minutes", twentyThirds))).isEmpty();
        assertThat(differences(Map.of("minutes", 7), Map.of("minutes", twentyThirds))).isEmpty();
        assertThat(differences(Map.of("minutes", 8), Map.of("minutes", twentyThirds))).hasSize(1);
    }

    @Test
    void PR_2_nearlyDoneIsNotDone() {
        assertThat(differences(Map.of("progress", 1), Map.of("progress", 0.9999))).hasSize(1);
        assertThat(differences(Map.of("progress", 0.333), Map.of("progress", 1 / 3.0))).isEmpty();
    }

    @Test
    void aTaskIsFoundWithAndWithoutItsTicket() {
        Map<String, Object> came = Map.of("tasks", Map.of("J1/Sew", Map.of("good", 1)));
        assertThat(differences(Map.of("tasks", Map.of("Sew", Map.of("good", 1))), came)).isEmpty();
    }

    @Test
    void exceptionsAreExactlyThoseInAnyOrder() {
        Map<String, Object> loose = Map.of("type", "AFTER_DONE");
        Map<String, Object> exact = Map.of("type", "AFTER_DONE", "operator", "A");
        Map<String, Object> ofA = Map.of("type", "AFTER_DONE", "operator", "A");
        Map<String, Object> ofB = Map.of("type", "AFTER_DONE", "operator", "B");

        assertThat(exceptions(List.of(loose, exact), List.of(ofA, ofB))).isEmpty();
        assertThat(exceptions(List.of(exact), List.of(ofA, ofB)))
                .singleElement()
                .asString()
                .contains("nobody expected");
        assertThat(exceptions(List.of(exact), List.of())).hasSize(1);
        assertThat(exceptions(List.of(), List.of())).isEmpty();
    }

    private List<String> exceptions(List<Object> expected, List<Object> came) {
        return differences(Map.of("exceptions", expected), Map.of("exceptions", came));
    }

    private List<String> differences(Map<String, Object> expected, Map<String, Object> came) {
        return comparison.of(expected, came);
    }
}
