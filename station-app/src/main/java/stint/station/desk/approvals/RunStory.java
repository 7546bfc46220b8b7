package stint.station.desk.approvals;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.PictureName;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.station.ui.kit.Texts;
import stint.wire.MalformedMessageException;
import stint.wire.SopJson;
import stint.wire.protocol.AuditView;
import stint.wire.protocol.WorkSessionView;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One run with its procedure and its audit, in words. Immutable.
 *
 * @param sop the version it runs by; absent while it has not arrived
 * @param audit oldest first
 * @param names of people, by their codes
 */
record RunStory(
        WorkSessionView run,
        @Nullable Sop sop,
        List<AuditView> audit,
        Map<String, String> names,
        Texts texts,
        Instant now) {

    static final String COUNTS = "counts";

    static @Nullable Sop procedure(WorkSessionView run) {
        String json = run.sop();
        try {
            return json == null ? null : SopJson.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMessageException e) {
            return null;
        }
    }

    String language() {
        return texts.language();
    }

    List<Step> steps() {
        return sop == null ? List.of() : sop.steps();
    }

    String name(@Nullable String code) {
        return code == null ? "" : names.getOrDefault(code, code);
    }

    /** The checks of a step, oldest first. */
    List<WorkSessionView.Check> checks(String step) {
        List<WorkSessionView.Check> checks = run.checks();
        return checks == null
                ? List.of()
                : checks.stream().filter(check -> check.stepId().equals(step)).toList();
    }

    /** What stands of a step: its last check that counts. */
    WorkSessionView.@Nullable Check standing(String step) {
        return checks(step).stream()
                .filter(check -> check.standing().equals(COUNTS))
                .reduce((before, after) -> after)
                .orElse(null);
    }

    /** How many checks failed, repeated since or not. */
    long failures() {
        return run.checks() == null
                ? 0
                : Objects.requireNonNull(run.checks()).stream()
                        .filter(check -> !check.passed() && check.standing().equals(COUNTS))
                        .count();
    }

    /** How long it was worked on, pauses left out. */
    static long minutes(WorkSessionView run, Instant now) {
        Instant end = run.completedAt() == null ? now : run.completedAt();
        return Math.max(
                0,
                Duration.between(run.startedAt(), end)
                        .minusSeconds(run.pausedSeconds())
                        .toMinutes());
    }

    String answer(StepItem item, String answer) {
        return switch (item.ask()) {
            case TICK ->
                    answer.equals(StepItem.YES)
                            ? texts.text("answer.yes")
                            : answer.equals(StepItem.NO) ? texts.text("answer.no") : answer;
            case NUMBER -> item.unit() == null ? answer : answer + " " + item.unit();
            case PHOTO -> PictureName.spoken(answer);
            case TEXT, SCAN -> answer;
        };
    }

    /** The answers of a step, each with what was asked. */
    String answers(@Nullable String step, Map<String, String> answers) {
        Step known =
                steps().stream().filter(each -> each.key().equals(step)).findFirst().orElse(null);
        return answers.entrySet().stream()
                .map(entry -> {
                    StepItem item = known == null ? null : item(known, entry.getKey());
                    return item == null
                            ? entry.getKey() + ": " + entry.getValue()
                            : item.label(language()) + ": " + answer(item, entry.getValue());
                })
                .collect(Collectors.joining(", "));
    }

    private static @Nullable StepItem item(Step step, String key) {
        return step.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** "Step 3"; empty for none. */
    String stepNumber(@Nullable String step) {
        List<String> keys = steps().stream().map(Step::key).toList();
        return step == null
                ? ""
                : keys.contains(step) ? texts.text("run.step", keys.indexOf(step) + 1) : step;
    }

    String action(AuditView line) {
        String word = texts.text("action." + line.action());
        return line.standing().equals(COUNTS)
                ? word
                : word + " · " + texts.text("standing." + line.standing());
    }

    /** What is new since somebody looked, a line each; with whoever did it, and why. */
    List<String> since(List<AuditView> seen) {
        List<String> ids = seen.stream().map(AuditView::id).toList();
        return audit.stream()
                .filter(line -> !ids.contains(line.id()))
                .map(line ->
                        texts.text(
                                "stale.line",
                                name(line.by()),
                                texts.moment(line.at(), now),
                                (stepNumber(line.stepId()) + " " + action(line)).strip(),
                                (answers(line.stepId(), line.newAnswers())
                                                + " "
                                                + Objects.requireNonNullElse(line.reason(), ""))
                                        .strip()))
                .toList();
    }
}
