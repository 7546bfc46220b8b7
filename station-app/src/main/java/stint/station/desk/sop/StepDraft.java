package stint.station.desk.sop;

import stint.domain.sop.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A step as it is being written. Immutable.
 *
 * @param begins whether a task begins with it
 * @param task what that task is called, by language
 * @param picture the name of its picture; empty for none
 */
record StepDraft(
        String key,
        boolean begins,
        Map<String, String> task,
        Map<String, String> texts,
        String picture,
        List<ItemDraft> items) {

    StepDraft {
        items = List.copyOf(items);
    }

    static StepDraft blank(String key) {
        return new StepDraft(key, false, Map.of(), Map.of(), "", List.of());
    }

    static StepDraft of(Step step, boolean begins, Map<String, String> task) {
        return new StepDraft(
                step.key(),
                begins,
                task,
                step.texts(),
                step.picture() == null ? "" : step.picture(),
                step.items().stream().map(ItemDraft::of).toList());
    }

    Step step() {
        return new Step(
                key,
                texts,
                ItemDraft.blankToNull(picture),
                items.stream().map(ItemDraft::item).toList());
    }

    /** The same step once more, in the same task. */
    StepDraft copy(String newKey) {
        return new StepDraft(newKey, false, Map.of(), texts, picture, items);
    }

    StepDraft withTask(boolean nowBegins, Map<String, String> now) {
        return new StepDraft(key, nowBegins, now, texts, picture, items);
    }

    StepDraft withTexts(Map<String, String> now) {
        return new StepDraft(key, begins, task, now, picture, items);
    }

    StepDraft withPicture(String now) {
        return new StepDraft(key, begins, task, texts, now, items);
    }

    StepDraft withItems(List<ItemDraft> now) {
        return new StepDraft(key, begins, task, texts, picture, now);
    }

    StepDraft withItem(int index, ItemDraft now) {
        List<ItemDraft> changed = new ArrayList<>(items);
        changed.set(index, now);
        return withItems(changed);
    }
}
