package stint.domain.sop;

import stint.domain.event.Codes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A standard operating procedure in one of its versions. Once confirmed it never changes; what is
 * changed is the draft of the next version (SOP-1).
 *
 * @param code names it, for ever
 * @param version from 1
 * @param titles what it is called, by BCP 47 language tag
 * @param operations the names of the operations it guides ("Sewing"); of whichever job's routing
 * @param tasks its parts, in order
 */
public record Sop(
        String code,
        int version,
        Map<String, String> titles,
        List<String> operations,
        List<Part> tasks) {

    /** More steps than this no bench will show. */
    public static final int STEPS_MAX = 500;

    /**
     * A part of it: the seeds say task.
     *
     * @param titles what it is called, by language
     */
    public record Part(Map<String, String> titles, List<Step> steps) {

        /** Copies. */
        public Part {
            titles = StepItem.sorted(titles);
            steps = List.copyOf(steps);
        }

        /** What it is called, in a language, else in English. */
        public String title(String language) {
            return StepItem.label(titles, language, "");
        }
    }

    /**
     * @throws IllegalArgumentException when the code is none, the version is below 1, two steps
     *     have one key, or there are too many
     */
    public Sop {
        Codes.requireCode("SOP", code);
        if (version < 1) {
            throw new IllegalArgumentException("versions start at 1: " + version);
        }
        titles = StepItem.sorted(titles);
        operations = List.copyOf(operations);
        tasks = List.copyOf(tasks);
        Set<String> keys = new HashSet<>();
        int count = 0;
        for (Part task : tasks) {
            for (Step step : task.steps()) {
                count++;
                if (!keys.add(step.key())) {
                    throw new IllegalArgumentException("two steps have the key " + step.key());
                }
            }
        }
        if (count > STEPS_MAX) {
            throw new IllegalArgumentException("an SOP has at most " + STEPS_MAX + " steps");
        }
    }

    /** What it is called, in a language, else in English. */
    public String title(String language) {
        return StepItem.label(titles, language, code);
    }

    /** All steps, in order. */
    public List<Step> steps() {
        return tasks.stream().flatMap(task -> task.steps().stream()).toList();
    }

    /** Whether it guides an operation of that name. */
    public boolean guides(String operation) {
        return operations.contains(operation);
    }

    /** All that keeps it from being confirmed, in words for who writes it (DP-3). */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (titles.isEmpty()) {
            problems.add("Title required");
        }
        if (steps().isEmpty()) {
            problems.add("At least one step required");
        }
        for (Step step : steps()) {
            if (step.texts().isEmpty()) {
                problems.add("Step " + step.key() + ": text required");
            }
            if (step.texts().values().stream()
                    .anyMatch(text -> text.length() > Step.TEXT_LENGTH_MAX)) {
                problems.add(
                        "Step "
                                + step.key()
                                + ": text longer than "
                                + Step.TEXT_LENGTH_MAX
                                + " characters; make two steps of it");
            }
            for (StepItem item : step.items()) {
                if (item.labels().isEmpty()) {
                    problems.add("Step " + step.key() + ", " + item.key() + ": text required");
                }
            }
        }
        return problems;
    }
}
