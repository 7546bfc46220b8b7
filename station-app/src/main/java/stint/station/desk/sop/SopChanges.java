package stint.station.desk.sop;

import stint.station.ui.kit.Texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody else changed in an SOP, in words. Pure. */
final class SopChanges {

    private SopChanges() {}

    /**
     * What is another one now, a line each.
     *
     * @param seen as it was when it was opened
     */
    static List<String> between(SopDraft seen, SopDraft now, Texts texts) {
        List<String> lines = new ArrayList<>();
        if (seen.version() != now.version()) {
            lines.add(texts.text("changed.version", seen.version(), now.version()));
        }
        if (!seen.titles().equals(now.titles()) || !seen.operations().equals(now.operations())) {
            lines.add(texts.text("changed.head"));
        }
        Map<String, StepDraft> before = byKey(seen);
        Map<String, StepDraft> after = byKey(now);
        int number = 0;
        for (StepDraft step : now.steps()) {
            number++;
            StepDraft was = before.get(step.key());
            if (was == null) {
                lines.add(texts.text("changed.added", number, words(step, texts)));
            } else if (!was.equals(step)) {
                lines.add(texts.text("changed.step", number, words(step, texts)));
            }
        }
        for (StepDraft step : seen.steps()) {
            if (!after.containsKey(step.key())) {
                lines.add(texts.text("changed.removed", words(step, texts)));
            }
        }
        List<String> kept = before.keySet().stream().filter(after::containsKey).toList();
        List<String> order =
                now.steps().stream().map(StepDraft::key).filter(before::containsKey).toList();
        if (!List.copyOf(kept).equals(order)) {
            lines.add(texts.text("changed.order"));
        }
        return lines;
    }

    private static Map<String, StepDraft> byKey(SopDraft draft) {
        return draft.steps().stream()
                .collect(
                        Collectors.toMap(
                                StepDraft::key,
                                Function.identity(),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }

    private static String words(StepDraft step, Texts texts) {
        String own = step.texts().getOrDefault(texts.language(), step.texts().get("en"));
        return own == null ? step.key() : own;
    }
}
