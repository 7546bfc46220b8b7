package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a step asks of whoever does it: something to enter, or a safety check (SOP-2).
 *
 * @param key names it within its step, for ever
 * @param labels what it asks, by BCP 47 language tag
 * @param ask what is to be entered
 * @param required whether the step can't be checked without it; a safety check always is
 * @param safety whether this is a safety check
 * @param min the least number that passes, for {@link Ask#NUMBER}
 * @param max the greatest
 * @param unit what the number is in ("mm")
 * @param expected the only code that passes, for {@link Ask#SCAN}; absent for any
 * @param remedy what to do when it fails, by language
 */
public record StepItem(
        String key,
        Map<String, String> labels,
        Ask ask,
        boolean required,
        boolean safety,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String unit,
        @Nullable String expected,
        Map<String, String> remedy) {

    /** The longest answer that is kept. */
    public static final int ANSWER_LENGTH_MAX = 500;

    /** What is entered where a tick is given. */
    public static final String YES = "yes";

    /** What is entered where the answer to a check is that it is not so. */
    public static final String NO = "no";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,15})?");

    /** What is to be entered. */
    public enum Ask {
        /** That it is so, or that it is not. */
        TICK,
        /** A number, within limits where there are any. */
        NUMBER,
        /** Words. */
        TEXT,
        /** The name of a file with a photo. */
        PHOTO,
        /** What a scanner reads. */
        SCAN
    }

    /** What becomes of an answer. */
    public enum Verdict {
        /** It will do. */
        PASSED,
        /** It is recorded, and the step does not go on. */
        FAILED,
        /** It is no answer: nothing is recorded. */
        MISSING
    }

    /**
     * @throws IllegalArgumentException when the key is no code or the limits cross
     */
    public StepItem {
        Codes.requireCode("item", key);
        labels = sorted(labels);
        remedy = sorted(remedy);
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "item " + key + " has its least number above its greatest");
        }
    }

    static Map<String, String> sorted(Map<String, String> labels) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The text in a language, else in English, else in any, else the key. */
    static String label(Map<String, String> labels, String language, String key) {
        String own = labels.get(language);
        String english = own == null ? labels.get("en") : own;
        return english != null ? english : labels.values().stream().findFirst().orElse(key);
    }

    /** What it asks, in a language, else in English. */
    public String label(String language) {
        return label(labels, language, key);
    }

    /** What to do when it fails, in a language, else in English; empty where nothing is said. */
    public String remedy(String language) {
        return remedy.isEmpty() ? "" : label(remedy, language, key);
    }

    /** Judges an answer as entered. */
    public Verdict judge(@Nullable String answer) {
        String entered = answer == null ? "" : answer.strip();
        if (entered.isEmpty()) {
            return required || safety ? Verdict.MISSING : Verdict.PASSED;
        }
        if (entered.length() > ANSWER_LENGTH_MAX) {
            return Verdict.MISSING;
        }
        return switch (ask) {
            case TICK ->
                    entered.equals(YES)
                            ? Verdict.PASSED
                            : entered.equals(NO) ? Verdict.FAILED : Verdict.MISSING;
            case NUMBER -> judgeNumber(entered);
            case SCAN ->
                    expected == null || expected.equals(entered) ? Verdict.PASSED : Verdict.FAILED;
            case TEXT, PHOTO -> Verdict.PASSED;
        };
    }

    private Verdict judgeNumber(String entered) {
        if (!NUMBER.matcher(entered).matches()) {
            return Verdict.MISSING;
        }
        BigDecimal number = new BigDecimal(entered.replace(',', '.'));
        boolean within =
                (min == null || number.compareTo(min) >= 0)
                        && (max == null || number.compareTo(max) <= 0);
        return within ? Verdict.PASSED : Verdict.FAILED;
    }
}
