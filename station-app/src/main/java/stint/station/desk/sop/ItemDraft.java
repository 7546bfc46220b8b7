package stint.station.desk.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.StepItem;
import stint.domain.sop.StepItem.Ask;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Something that a step asks for, as it is being written: right or not. Immutable.
 *
 * @param min as typed; empty for none
 * @param max as typed; empty for none
 */
record ItemDraft(
        String key,
        Map<String, String> labels,
        Ask ask,
        boolean required,
        boolean safety,
        String min,
        String max,
        String unit,
        String expected,
        Map<String, String> remedy) {

    static ItemDraft blank(String key) {
        return new ItemDraft(key, Map.of(), Ask.TICK, true, false, "", "", "", "", Map.of());
    }

    static ItemDraft of(StepItem item) {
        return new ItemDraft(
                item.key(),
                item.labels(),
                item.ask(),
                item.required(),
                item.safety(),
                item.min() == null ? "" : item.min().toPlainString(),
                item.max() == null ? "" : item.max().toPlainString(),
                item.unit() == null ? "" : item.unit(),
                item.expected() == null ? "" : item.expected(),
                item.remedy());
    }

    /** What is asked; limits and codes only where the question has them. */
    StepItem item() {
        boolean number = ask == Ask.NUMBER;
        return new StepItem(
                key,
                labels,
                ask,
                required,
                safety,
                number ? limit(min) : null,
                number ? limit(max) : null,
                number ? blankToNull(unit) : null,
                ask == Ask.SCAN ? blankToNull(expected) : null,
                remedy);
    }

    /** Whether a limit can be read. */
    static boolean isLimit(String typed) {
        return typed.isBlank() || typed.strip().matches("[+-]?\\d{1,15}([.,]\\d{1,15})?");
    }

    static @Nullable BigDecimal limit(String typed) {
        return typed.isBlank() || !isLimit(typed)
                ? null
                : new BigDecimal(typed.strip().replace(',', '.'));
    }

    static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    ItemDraft withLabels(Map<String, String> now) {
        return new ItemDraft(key, now, ask, required, safety, min, max, unit, expected, remedy);
    }

    ItemDraft withRemedy(Map<String, String> now) {
        return new ItemDraft(key, labels, ask, required, safety, min, max, unit, expected, now);
    }

    ItemDraft withAsk(Ask now) {
        return new ItemDraft(key, labels, now, required, safety, min, max, unit, expected, remedy);
    }

    ItemDraft withFlags(boolean nowRequired, boolean nowSafety) {
        return new ItemDraft(
                key, labels, ask, nowRequired, nowSafety, min, max, unit, expected, remedy);
    }

    ItemDraft withLimits(String least, String greatest, String nowUnit) {
        return new ItemDraft(
                key, labels, ask, required, safety, least, greatest, nowUnit, expected, remedy);
    }

    ItemDraft withExpected(String now) {
        return new ItemDraft(key, labels, ask, required, safety, min, max, unit, now, remedy);
    }
}
