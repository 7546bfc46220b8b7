package stint.station.ui.dialog;

import stint.domain.event.EventId;
import stint.domain.plan.Operator;
import stint.domain.sop.WorkSession;
import stint.domain.work.RunCommand;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.RunWords;
import stint.station.ui.dialog.ChoiceView.Kind;
import stint.station.ui.dialog.ChoiceView.Option;
import stint.station.ui.kit.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes the questions about guided work (SOP-4, SOP-5, SOP-6). */
final class RunLeaves {

    /** What fits beside the form. */
    private static final int LINES_MAX = 3;

    private RunLeaves() {}

    private static WorkSession run(EventId id, Bench bench) {
        return bench.floor().sops().session(id).orElseThrow();
    }

    private static RunWords words(Bench bench) {
        return new RunWords(bench.floor(), bench.texts(), bench.now().get().time());
    }

    /** Nobody vouches for their own work. */
    private static Predicate<Operator> supervisorOf(WorkSession run) {
        return operator -> operator.role().supervises() && !operator.code().equals(run.worker());
    }

    /** A word is given for what was seen; what came meanwhile, nobody has looked at (SOP-5). */
    private static Supplier<String> unlessChanged(WorkSession seen, Bench bench) {
        return () ->
                run(seen.id(), bench).evidence().equals(seen.evidence())
                        ? ""
                        : bench.texts().text("sop.changed");
    }

    static Leave of(Dialog.OverrideStep dialog, Bench bench) {
        Texts texts = bench.texts();
        WorkSession run = run(dialog.run(), bench);
        WorkSession.Result result = run.results().get(dialog.step());
        Map<String, String> answers = result == null ? Map.of() : result.answers();
        String failed =
                run.step(dialog.step())
                        .map(step -> words(bench).failures(step, result))
                        .orElse(dialog.step());
        return new Leave(
                texts.text("sop.override.title"),
                failed,
                List.of(),
                List.of(
                        new Choice("again", texts.text("sop.reason.again"), false),
                        new Choice("good", texts.text("sop.reason.good"), false),
                        new Choice("unfit", texts.text("sop.reason.unfit"), false)),
                true,
                texts.text("sop.override.allow"),
                supervisorOf(run),
                texts.text("sop.no.supervisor"),
                unlessChanged(run, bench),
                (supervisor, reason) ->
                        new RunCommand.OverrideStep(
                                supervisor.code(), run.id(), dialog.step(), answers, reason));
    }

    static Leave of(Dialog.ApproveRun dialog, Bench bench) {
        Texts texts = bench.texts();
        WorkSession run = run(dialog.run(), bench);
        return new Leave(
                texts.text("sop.approve.title", run.title(texts.language())),
                words(bench).passed(run),
                words(bench).lines(run, LINES_MAX),
                List.of(),
                true,
                texts.text("sop.approve"),
                supervisorOf(run),
                texts.text("sop.no.supervisor"),
                unlessChanged(run, bench),
                (supervisor, reason) ->
                        new RunCommand.ApproveRun(supervisor.code(), run.id(), null));
    }

    /** Finished as it is, or come to nothing, and why. */
    static ChoiceView end(Dialog.EndRun dialog, Bench bench) {
        Texts texts = bench.texts();
        WorkSession run = run(dialog.run(), bench);
        int left = run.steps().size() - run.passedCount();
        List<Option> options = new ArrayList<>();
        options.add(
                new Option(
                        "run-finish",
                        Kind.PLAIN,
                        texts.text("sop.finish"),
                        texts.text("sop.finish.hint", left),
                        new RunCommand.CompleteRun(dialog.operator().code(), run.id())));
        options.add(cancel(dialog, "wrong", texts.text("sop.cancel.wrong"), texts));
        options.add(cancel(dialog, "scrap", texts.text("sop.cancel.scrap"), texts));
        return ChoiceView.of(
                texts.text("sop.end.title"),
                List.of(words(bench).where(run)),
                options,
                texts.text("back"));
    }

    private static Option cancel(Dialog.EndRun dialog, String id, String reason, Texts texts) {
        return new Option(
                "run-cancel-" + id,
                Kind.PLAIN,
                reason,
                texts.text("sop.cancel.hint"),
                new RunCommand.CancelRun(dialog.operator().code(), dialog.run(), reason));
    }
}
