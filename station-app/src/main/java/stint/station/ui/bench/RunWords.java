package stint.station.ui.bench;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.domain.sop.LogEntry;
import stint.domain.sop.PictureName;
import stint.domain.sop.RunState;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.WorkSession;
import stint.domain.work.FloorView;
import stint.station.ui.kit.Texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How guided work is spoken of on every screen (SOP-1 to SOP-9): pure functions of the floor.
 *
 * @param now floor time
 */
public record RunWords(FloorView floor, Texts texts, Instant now) {

    /** The ended runs that wait for a supervisor's approval, newest first; none for others. */
    public static Stream<WorkSession> toApprove(FloorView floor, Operator supervisor) {
        return supervisor.role().supervises()
                ? floor.sops().newestFirst(null).stream()
                        .filter(run -> run.completedAt().isPresent() && !run.locked())
                        .filter(run -> !run.worker().equals(supervisor.code()))
                : Stream.empty();
    }

    private String language() {
        return texts.language();
    }

    /** Which part, and which step of how many. */
    public String where(WorkSession run) {
        int count = run.steps().size();
        return run.currentStep()
                .map(step -> {
                    int number = run.steps().indexOf(step) + 1;
                    String part = part(run, step);
                    return part.isEmpty()
                            ? texts.text("sop.step", number, count)
                            : texts.text("sop.step.of", part, number, count);
                })
                .orElse("");
    }

    private String part(WorkSession run, Step step) {
        return Optional.ofNullable(run.procedure()).stream()
                .flatMap(sop -> sop.tasks().stream())
                .filter(task -> task.steps().contains(step))
                .map(task -> task.title(language()))
                .findFirst()
                .orElse("");
    }

    /** Which step of how many, where there is little room; empty when it has ended. */
    public String step(WorkSession run) {
        return run.currentStep()
                .map(step -> run.steps().indexOf(step) + 1)
                .map(number -> texts.text("sop.step", number, run.steps().size()))
                .orElse("");
    }

    /** What comes after the step to do now. */
    public String next(WorkSession run) {
        return run.nextStep()
                .map(step -> texts.text("sop.next", step.text(language())))
                .orElse(texts.text("sop.last"));
    }

    /** How it stands, in a word. */
    public String state(WorkSession run) {
        if (run.locked()) {
            return texts.text("sop.approved");
        }
        return switch (run.state()) {
            case RunState.InProgress going -> texts.text("sop.going");
            case RunState.Paused paused -> texts.text("sop.paused");
            case RunState.Completed completed -> texts.text("sop.completed");
            case RunState.Cancelled cancelled -> texts.text("sop.cancelled");
        };
    }

    /** Since when it is paused, and where it goes on. */
    public String paused(WorkSession run) {
        String since =
                run.state() instanceof RunState.Paused paused
                        ? texts.moment(paused.since(), now)
                        : "";
        String step = run.currentStep().map(each -> each.text(language())).orElse("");
        return texts.text("sop.paused.at", since, step);
    }

    /** Who did it, from when to when. */
    public String done(WorkSession run) {
        Instant end =
                switch (run.state()) {
                    case RunState.Completed completed -> completed.at();
                    case RunState.Cancelled cancelled -> cancelled.at();
                    case RunState.InProgress going -> now;
                    case RunState.Paused paused -> paused.since();
                };
        return texts.text(
                "sop.by",
                TaskWords.name(run.worker(), floor),
                texts.moment(run.startedAt(), now),
                texts.moment(end, now));
    }

    /** How many steps passed. */
    public String passed(WorkSession run) {
        return texts.text("sop.passed", run.passedCount(), run.steps().size());
    }

    /** Who approved it and when; empty while nobody has. */
    public String approved(WorkSession run) {
        WorkSession.Approved approval = run.approval();
        return approval == null
                ? ""
                : texts.text(
                        "sop.approved.by", name(approval.by()), texts.moment(approval.at(), now));
    }

    private String name(@Nullable OperatorCode code) {
        return code == null ? "" : TaskWords.name(code, floor);
    }

    /**
     * What a supervisor should see of an ended run: who did it, what failed, what was overridden.
     *
     * @param max of what failed or was overridden, the last so many; the audit has all
     */
    public List<String> lines(WorkSession run, int max) {
        List<String> lines = new ArrayList<>(List.of(done(run)));
        String approved = approved(run);
        if (!approved.isEmpty()) {
            lines.add(approved);
        }
        List<String> remarks = remarks(run);
        int more = Math.max(0, remarks.size() - max);
        lines.addAll(remarks.subList(more, remarks.size()));
        if (more > 0) {
            lines.add(texts.text("sop.remark.more", more));
        }
        return lines;
    }

    private List<String> remarks(WorkSession run) {
        List<String> lines = new ArrayList<>();
        for (LogEntry entry : run.log()) {
            Step step = entry.step() == null ? null : run.step(entry.step()).orElse(null);
            boolean counts = entry.standing() == LogEntry.Standing.COUNTS;
            if (step == null || !counts) {
                continue;
            }
            int number = run.steps().indexOf(step) + 1;
            if (entry.action() == LogEntry.Action.CHECKED && !entry.failed().isEmpty()) {
                lines.add(
                        texts.text(
                                "sop.remark.failed", number, answers(step, entry.failed(), entry)));
            } else if (entry.action() == LogEntry.Action.OVERRIDDEN) {
                String reason = Objects.requireNonNullElse(entry.reason(), "");
                lines.add(texts.text("sop.remark.override", number, name(entry.by()), reason));
            }
        }
        return lines;
    }

    private String answers(Step step, List<String> keys, LogEntry entry) {
        return step.items().stream()
                .filter(item -> keys.contains(item.key()))
                .map(item -> answer(item, entry.after().getOrDefault(item.key(), "")))
                .collect(Collectors.joining(", "));
    }

    private String answer(StepItem item, String answer) {
        String said =
                switch (item.ask()) {
                    case TICK -> texts.text(answer.equals(StepItem.YES) ? "sop.yes" : "sop.no");
                    case NUMBER -> item.unit() == null ? answer : answer + " " + item.unit();
                    case PHOTO -> PictureName.spoken(answer);
                    case TEXT, SCAN -> answer;
                };
        return texts.text("sop.answer", item.label(language()), said);
    }

    /** What failed at a step, as it was answered; empty where nothing did. */
    public String failures(Step step, WorkSession.@Nullable Result result) {
        return result == null
                ? ""
                : step.items().stream()
                        .filter(item -> result.failed().contains(item.key()))
                        .map(item -> answer(item, result.answers().getOrDefault(item.key(), "")))
                        .collect(Collectors.joining(", "));
    }

    /** What failed at a step, in plain words, and what to do now; empty where nothing did. */
    public String failed(Step step, WorkSession.@Nullable Result result) {
        if (result == null || result.passed()) {
            return "";
        }
        return step.items().stream()
                .filter(item -> result.failed().contains(item.key()))
                .map(item -> {
                    String remedy = item.remedy(language());
                    return texts.text(
                            "sop.failed",
                            answer(item, result.answers().getOrDefault(item.key(), "")),
                            remedy.isEmpty() ? texts.text("sop.remedy") : remedy);
                })
                .collect(Collectors.joining("\n"));
    }

    /** The least and the greatest that passes, with the unit; empty where there is no limit. */
    public String limits(StepItem item) {
        String unit = item.unit() == null ? "" : item.unit();
        String min = item.min() == null ? "" : item.min().toPlainString();
        String max = item.max() == null ? "" : item.max().toPlainString();
        if (min.isEmpty() && max.isEmpty()) {
            return unit;
        }
        String limits =
                min.isEmpty()
                        ? texts.text("sop.at.most", max, unit)
                        : max.isEmpty()
                                ? texts.text("sop.at.least", min, unit)
                                : texts.text("sop.between", min, max, unit);
        return limits.strip();
    }
}
