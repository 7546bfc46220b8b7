package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is gone through before or after work at a station (ST-2).
 *
 * @param items in the order they are shown; empty where the station has no such checklist
 */
public record Checklist(List<Item> items) {

    /** No checklist. */
    public static final Checklist NONE = new Checklist(List.of());

    /** The longest answer that is kept. */
    public static final int ANSWER_LENGTH_MAX = 500;

    /** What an item asks for. */
    public enum Ask {
        /** Nothing: it is read. */
        NOTHING,
        /** A tick. */
        TICK,
        /** Words. */
        TEXT,
        /** A number. */
        NUMBER
    }

    /**
     * One thing to look at.
     *
     * @param key names it within the checklist, for ever
     * @param labels what it says, by BCP 47 language tag
     * @param required whether the checklist is incomplete without its answer
     * @param ask what it asks for
     */
    public record Item(String key, Map<String, String> labels, boolean required, Ask ask) {

        /** What is written where an item is ticked. */
        public static final String TICKED = "yes";

        /** Copies the labels. */
        public Item {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }

        /** The label in a language, else in English, else the key. */
        public String label(String language) {
            String english = labels.getOrDefault("en", key);
            return labels.getOrDefault(language, english);
        }

        /** Whether an answer will do; none does where none is required. */
        public boolean accepts(@Nullable String answer) {
            if (answer == null || answer.isBlank()) {
                return ask == Ask.NOTHING || !required;
            }
            return answer.length() <= ANSWER_LENGTH_MAX
                    && switch (ask) {
                        case NOTHING -> false;
                        case TICK -> answer.equals(TICKED);
                        case TEXT -> true;
                        case NUMBER -> answer.strip().matches("[+-]?\\d{1,15}([.,]\\d{1,15})?");
                    };
        }
    }

    /**
     * @throws IllegalArgumentException when two items have one key
     */
    public Checklist {
        items = List.copyOf(items);
        Set<String> keys = new HashSet<>();
        for (Item item : items) {
            if (!keys.add(item.key())) {
                throw new IllegalArgumentException("two items have the key " + item.key());
            }
        }
    }

    /** Whether there is nothing to go through. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The items whose answers will not do, in order; empty when the checklist is complete. */
    public List<Item> missing(Map<String, String> answers) {
        return items.stream().filter(item -> !item.accepts(answers.get(item.key()))).toList();
    }

    /** The answers to keep: of what the items ask for, and not blank. */
    public Map<String, String> kept(Map<String, String> answers) {
        Map<String, String> kept = new TreeMap<>();
        for (Item item : items) {
            String answer = answers.get(item.key());
            if (item.ask() != Ask.NOTHING && answer != null && !answer.isBlank()) {
                kept.put(item.key(), answer.strip());
            }
        }
        return kept;
    }
}
