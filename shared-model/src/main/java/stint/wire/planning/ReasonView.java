package stint.wire.planning;

import java.util.List;
import java.util.Map;

/**
 * A managed reason (ST-4).
 *
 * @param code names it
 * @param kind {@code hold}, {@code scrap} or {@code stop}
 * @param labels by language tag
 * @param missing the languages it has no label in; people there read the English one
 * @param version the version that holds
 */
public record ReasonView(
        String code,
        String kind,
        Map<String, String> labels,
        List<String> missing,
        String version) {

    /** Copies what it holds. */
    public ReasonView {
        labels = Map.copyOf(labels);
        missing = List.copyOf(missing);
    }
}
