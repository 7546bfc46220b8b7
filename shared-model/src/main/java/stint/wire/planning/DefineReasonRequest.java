package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A managed reason (ST-4).
 *
 * @param kind {@code hold}, {@code scrap} or {@code stop}
 * @param labels by language tag; a blank one is none
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record DefineReasonRequest(String kind, Map<String, String> labels, @Nullable String seen) {

    /** What is missing is empty. */
    public DefineReasonRequest {
        kind = kind == null ? "" : kind;
        labels = labels == null ? Map.of() : Map.copyOf(labels);
    }
}
