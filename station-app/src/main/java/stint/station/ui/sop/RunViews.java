package stint.station.ui.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Operator;
import stint.domain.sop.RunState;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.WorkSession;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.RunWords;
import stint.station.ui.kit.Texts;
import stint.station.ui.sop.RunView.Asked;
import stint.station.ui.sop.RunView.Phase;
import stint.station.ui.sop.RunView.Primary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Makes the picture of one run from its state and what was entered.
 *
 * @param pictures the folder with the pictures of steps
 * @param photos what was photographed at the bench last, newest first
 */
record RunViews(Operator operator, RunWords words, Path pictures, List<Path> photos) {

    /** More lines than this don't fit beside the rest; the audit at the server has them all. */
    private static final int LINES_MAX = 6;

    /** What was answered wrongly keeps its code, so that a test and support can name it. */
    static final String CHECK_FAILED = "CHECK_FAILED";

    private Texts texts() {
        return words.texts();
    }

    static Phase phase(WorkSession run) {
        return switch (run.state()) {
            case RunState.InProgress going -> Phase.STEP;
            case RunState.Paused paused -> Phase.PAUSED;
            case RunState.Completed completed -> Phase.ENDED;
            case RunState.Cancelled cancelled -> Phase.ENDED;
        };
    }

    /** The step that a supervisor might take as it is: it was checked, and did not pass. */
    static Optional<Step> toOverride(WorkSession run) {
        return run.state() instanceof RunState.Cancelled || run.locked()
                ? Optional.empty()
                : run.steps().stream()
                        .filter(step -> {
                            WorkSession.Result result = run.results().get(step.key());
                            return result != null && !result.passed();
                        })
                        .findFirst();
    }

    RunView view(WorkSession run, RunDraft draft, boolean busy) {
        Phase phase = phase(run);
        Step step = phase == Phase.STEP ? run.currentStep().orElse(null) : null;
        StepItem item = step == null ? null : draft.item(step).orElse(null);
        boolean mine = run.worker().equals(operator.code());
        boolean approve = run.completedAt().isPresent() && !run.locked();
        Primary primary = primary(phase, run, draft, item, approve && !mine);
        return new RunView(
                phase,
                run.title(texts().language()),
                phase == Phase.ENDED ? words.state(run) : words.where(run),
                run.steps().isEmpty() ? 0 : (double) run.passedCount() / run.steps().size(),
                text(run, phase, step),
                picture(step),
                phase == Phase.ENDED ? words.lines(run, LINES_MAX) : List.of(),
                step == null ? "" : words.next(run),
                item == null || step == null ? null : asked(step, item, draft.typed()),
                problem(run, draft, step),
                primary,
                words(primary),
                step != null && draft.last(step).isPresent(),
                toOverride(run).isPresent(),
                approve && primary != Primary.APPROVE,
                busy);
    }

    private String text(WorkSession run, Phase phase, @Nullable Step step) {
        return switch (phase) {
            case STEP -> step == null ? texts().text("sop.awaited") : step.text(texts().language());
            case PAUSED -> words.paused(run);
            case ENDED -> words.passed(run);
        };
    }

    /** What was wrong with the answer, else what failed when the step was checked last. */
    private @Nullable Problem problem(WorkSession run, RunDraft draft, @Nullable Step step) {
        if (step == null || draft.problem() != null) {
            return draft.problem();
        }
        String failed = words.failed(step, run.results().get(step.key()));
        return failed.isEmpty() ? null : new Problem(failed, CHECK_FAILED);
    }

    private static Primary primary(
            Phase phase,
            WorkSession run,
            RunDraft draft,
            @Nullable StepItem item,
            boolean toApprove) {
        return switch (phase) {
            case STEP ->
                    item != null
                            ? primary(item.ask(), draft.typed().isEmpty())
                            : run.currentStep().isPresent() ? Primary.DONE : Primary.NONE;
            case PAUSED -> Primary.RESUME;
            case ENDED -> toApprove ? Primary.APPROVE : Primary.BACK;
        };
    }

    private static Primary primary(StepItem.Ask ask, boolean nothingTyped) {
        return switch (ask) {
            case TICK -> Primary.NONE;
            case NUMBER -> Primary.ENTER;
            case TEXT -> nothingTyped ? Primary.WRITE : Primary.ENTER;
            case PHOTO, SCAN -> nothingTyped ? Primary.NONE : Primary.ENTER;
        };
    }

    private String words(Primary primary) {
        return switch (primary) {
            case NONE -> "";
            case DONE -> texts().text("sop.done");
            case ENTER -> texts().text("sop.ok");
            case WRITE -> texts().text("sop.write");
            case RESUME -> texts().text("sop.resume");
            case BACK -> texts().text("sop.back");
            case APPROVE -> texts().text("sop.approve");
        };
    }

    /** A picture that has not come here yet is none: the words say what to do. */
    private @Nullable Path picture(@Nullable Step step) {
        if (step == null || step.picture() == null) {
            return null;
        }
        Path file = pictures.resolve(step.picture());
        return Files.isReadable(file) ? file : null;
    }

    private Asked asked(Step step, StepItem item, String typed) {
        int count = step.items().size();
        int number = step.items().indexOf(item) + 1;
        return new Asked(
                item.ask(),
                item.label(texts().language()),
                item.safety(),
                item.ask() == StepItem.Ask.NUMBER ? words.limits(item) : "",
                typed,
                item.unit() == null ? "" : item.unit(),
                count == 1 ? "" : texts().text("sop.question", number, count),
                !item.required() && !item.safety(),
                item.ask() == StepItem.Ask.PHOTO ? photos : List.of());
    }
}
