package stint.station.ui.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.WorkSession.Result;
import stint.station.ui.bench.Problem;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was entered for a step and is not recorded yet. Immutable.
 *
 * @param step the step it is for; empty for none
 * @param stood what stood of that step when it was begun; absent for nothing
 * @param answers by the item's key
 * @param typed what is being entered
 * @param problem what was wrong; absent when nothing is
 */
record RunDraft(
        String step,
        @Nullable Result stood,
        Map<String, String> answers,
        String typed,
        @Nullable Problem problem) {

    static final RunDraft NONE = new RunDraft("", null, Map.of(), "", null);

    RunDraft {
        answers = Map.copyOf(answers);
    }

    /** A step's, as far as it was answered already: only what failed is asked again. */
    static RunDraft of(Step step, @Nullable Result stood) {
        Map<String, String> answers = new TreeMap<>();
        if (stood != null) {
            answers.putAll(stood.answers());
            stood.failed().forEach(answers::remove);
        }
        return new RunDraft(step.key(), stood, answers, "", null);
    }

    /** Whether it is for a step as that stands now. */
    boolean isFor(Step now, @Nullable Result stands) {
        return step.equals(now.key()) && Objects.equals(stood, stands);
    }

    RunDraft withTyped(String text) {
        return text.length() > StepItem.ANSWER_LENGTH_MAX
                ? this
                : new RunDraft(step, stood, answers, text, null);
    }

    RunDraft withProblem(@Nullable Problem wrong) {
        return new RunDraft(step, stood, answers, typed, wrong);
    }

    RunDraft answered(StepItem item, String answer) {
        Map<String, String> more = new TreeMap<>(answers);
        more.put(item.key(), answer);
        return new RunDraft(step, stood, more, "", null);
    }

    /** The question to answer now; none when all are. */
    Optional<StepItem> item(Step of) {
        return of.items().stream().filter(item -> !answers.containsKey(item.key())).findFirst();
    }

    /** The last answer, which may be given anew; none where none was given. */
    Optional<StepItem> last(Step of) {
        return of.items().stream()
                .takeWhile(item -> answers.containsKey(item.key()))
                .reduce((before, after) -> after);
    }

    RunDraft without(StepItem item) {
        Map<String, String> fewer = new TreeMap<>(answers);
        String typedBefore = fewer.remove(item.key());
        boolean editable = item.ask() == StepItem.Ask.NUMBER || item.ask() == StepItem.Ask.TEXT;
        return new RunDraft(
                step, stood, fewer, editable && typedBefore != null ? typedBefore : "", null);
    }
}
