package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;
import stint.domain.sop.StepItem.Verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One step of an SOP.
 *
 * @param key names it within the SOP, for ever
 * @param texts what to do, by BCP 47 language tag
 * @param picture the name of a picture of it; absent where there is none
 * @param items what it asks, in order
 */
public record Step(
        String key, Map<String, String> texts, @Nullable String picture, List<StepItem> items) {

    /** What a small panel shows whole, beside a question; more is two steps. */
    public static final int TEXT_LENGTH_MAX = 600;

    /**
     * @throws IllegalArgumentException when the key or the picture is no code, or two items have
     *     one key
     */
    public Step {
        Codes.requireCode("step", key);
        if (picture != null) {
            Codes.requireCode("picture", picture);
        }
        texts = StepItem.sorted(texts);
        items = List.copyOf(items);
        Set<String> keys = new HashSet<>();
        for (StepItem item : items) {
            if (!keys.add(item.key())) {
                throw new IllegalArgumentException(
                        "step " + key + " has two items with the key " + item.key());
            }
        }
    }

    /** What to do, in a language, else in English. */
    public String text(String language) {
        return StepItem.label(texts, language, key);
    }

    /** The items without an answer that could be judged, in order. */
    public List<StepItem> missing(Map<String, String> answers) {
        return judged(answers, Verdict.MISSING);
    }

    /** The items whose answers fail, in order. */
    public List<StepItem> failed(Map<String, String> answers) {
        return judged(answers, Verdict.FAILED);
    }

    private List<StepItem> judged(Map<String, String> answers, Verdict verdict) {
        return items.stream()
                .filter(item -> item.judge(answers.get(item.key())) == verdict)
                .toList();
    }

    /** The answers to keep: of what is asked, and not blank. */
    public Map<String, String> kept(Map<String, String> answers) {
        Map<String, String> kept = new TreeMap<>();
        for (StepItem item : items) {
            String answer = answers.get(item.key());
            if (answer != null && !answer.isBlank()) {
                kept.put(item.key(), answer.strip());
            }
        }
        return kept;
    }
}
