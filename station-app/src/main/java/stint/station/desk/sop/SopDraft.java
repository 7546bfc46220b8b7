package stint.station.desk.sop;

import stint.domain.event.Codes;
import stint.domain.office.PlanWords;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem.Ask;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An SOP as it is being written, right or not; the steps in one row, of which some begin a task.
 * Immutable.
 *
 * @param operations the names of those it guides, with commas between
 */
record SopDraft(
        String code,
        int version,
        Map<String, String> titles,
        String operations,
        List<StepDraft> steps) {

    /**
     * Something that is wrong.
     *
     * @param step from 0; -1 for the whole
     * @param item of the step, from 0; -1 for the step
     * @param field where it is said
     * @param key of the words
     * @param draft whether it can't even be kept as a draft
     */
    record Wrong(int step, int item, String field, String key, boolean draft) {}

    SopDraft {
        steps = List.copyOf(steps);
    }

    static SopDraft of(Sop sop, int version) {
        List<StepDraft> steps = new ArrayList<>();
        for (Sop.Part part : sop.tasks()) {
            boolean begins = true;
            for (Step step : part.steps()) {
                steps.add(StepDraft.of(step, begins, begins ? part.titles() : Map.of()));
                begins = false;
            }
        }
        return new SopDraft(
                sop.code(), version, sop.titles(), String.join(", ", sop.operations()), steps);
    }

    /** As it is sent; only where nothing keeps it from being a draft. */
    Sop sop() {
        List<Sop.Part> parts = new ArrayList<>();
        Map<String, String> title = Map.of();
        List<Step> within = new ArrayList<>();
        for (StepDraft step : steps) {
            if (step.begins() && !within.isEmpty()) {
                parts.add(new Sop.Part(title, within));
                within = new ArrayList<>();
            }
            title = step.begins() ? step.task() : title;
            within.add(step.step());
        }
        if (!within.isEmpty()) {
            parts.add(new Sop.Part(title, within));
        }
        return new Sop(code.strip(), version, titles, operationNames(), parts);
    }

    private List<String> operationNames() {
        return Arrays.stream(operations.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** All that keeps it from being confirmed, in the order of the steps (SOP-1, DP-3). */
    List<Wrong> wrong() {
        List<Wrong> wrong = new ArrayList<>();
        if (!Codes.isCode(code.strip())) {
            wrong.add(new Wrong(-1, -1, "code", "wrong.code", true));
        }
        if (titles.isEmpty()) {
            wrong.add(new Wrong(-1, -1, "titles", "wrong.title", false));
        }
        if (steps.isEmpty()) {
            wrong.add(new Wrong(-1, -1, "steps", "wrong.steps", false));
        }
        for (int index = 0; index < steps.size(); index++) {
            StepDraft step = steps.get(index);
            if (step.texts().isEmpty()) {
                wrong.add(new Wrong(index, -1, "texts", "wrong.text", false));
            }
            if (!step.picture().isBlank() && !Codes.isCode(step.picture().strip())) {
                wrong.add(new Wrong(index, -1, "picture", "wrong.picture", true));
            }
            for (int at = 0; at < step.items().size(); at++) {
                check(index, at, step.items().get(at), wrong);
            }
        }
        return wrong;
    }

    private static void check(int step, int at, ItemDraft item, List<Wrong> wrong) {
        if (item.labels().isEmpty()) {
            wrong.add(new Wrong(step, at, "labels", "wrong.label", false));
        }
        if (item.ask() != Ask.NUMBER) {
            return;
        }
        if (!ItemDraft.isLimit(item.min()) || !ItemDraft.isLimit(item.max())) {
            wrong.add(new Wrong(step, at, "limits", "wrong.limit", true));
            return;
        }
        BigDecimal min = ItemDraft.limit(item.min());
        BigDecimal max = ItemDraft.limit(item.max());
        if (min != null && max != null && min.compareTo(max) > 0) {
            wrong.add(new Wrong(step, at, "limits", "wrong.crossed", true));
        }
    }

    /** The languages that a text lacks. */
    static List<String> missing(Map<String, String> texts) {
        return PlanWords.LANGUAGES.stream().filter(tag -> !texts.containsKey(tag)).toList();
    }

    /** The languages in which something of a step lacks its words. */
    static List<String> missing(StepDraft step) {
        return PlanWords.LANGUAGES.stream().filter(tag -> lacks(step, tag)).toList();
    }

    private static boolean lacks(StepDraft step, String tag) {
        boolean task = step.begins() && !step.task().isEmpty();
        return !step.texts().containsKey(tag)
                || (task && !step.task().containsKey(tag))
                || step.items().stream().anyMatch(item -> !item.labels().containsKey(tag));
    }

    /** A key that none of some has yet. */
    static String freshKey(String beginning, Collection<String> taken) {
        int number = taken.size() + 1;
        while (taken.contains(beginning + number)) {
            number++;
        }
        return beginning + number;
    }
}
