package stint.installer.simulate;

import stint.installer.scenario.Scenario;

import java.util.List;
import java.util.Map;

/**
 * What a scenario came to.
 *
 * @param came the end, in the shape of {@code expect}
 * @param differences a sentence for each thing that is not as expected; empty when all holds
 * @param millis how long it ran, in real time
 */
public record Result(
        Scenario scenario, Map<String, Object> came, List<String> differences, long millis) {

    /** Copies the differences. */
    public Result {
        differences = List.copyOf(differences);
    }

    /** Whether all is as expected. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** What came out, as JSON for people. */
    public String json() {
        return JsonText.of(came);
    }
}
