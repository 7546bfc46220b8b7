package stint.domain.plan;

import java.util.Map;

/**
 * A managed reason for a pause, a stop or scrap (ST-4).
 *
 * @param code the reason's code
 * @param kind where it is offered
 * @param labels by BCP 47 language tag
 */
public record Reason(String code, Kind kind, Map<String, String> labels) {

    /** Where a reason is offered. */
    public enum Kind {
        /** Holding a session. */
        HOLD,
        /** Scrapping pieces. */
        SCRAP,
        /** Stopping a station, or setting it to something else (ST-3). */
        STOP
    }

    /** Copies the labels. */
    public Reason {
        labels = Map.copyOf(labels);
    }

    /** The label in a language, else in English, else the code. */
    public String label(String language) {
        String english = labels.getOrDefault("en", code);
        return labels.getOrDefault(language, english);
    }
}
