package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.SecondStart;
import stint.domain.plan.Job;
import stint.domain.plan.Reason;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.work.Command;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Commands;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.day.Day;
import stint.station.ui.dialog.ChoiceView.Kind;
import stint.station.ui.dialog.ChoiceView.Option;
import stint.station.ui.kit.Texts;

import java.util.ArrayList;
import java.util.List;

/** Makes the questions that have a few answers. */
final class Choices {

    private Choices() {}

    static ChoiceView hold(Dialog.Hold dialog, Bench bench) {
        Texts texts = bench.texts();
        List<Option> options = new ArrayList<>();
        for (Reason reason : bench.floor().reasons(Reason.Kind.HOLD)) {
            options.add(
                    hold(
                            dialog,
                            "hold-" + reason.code(),
                            Kind.PLAIN,
                            reason.label(texts.language()),
                            reason.code()));
        }
        options.add(hold(dialog, "hold-plain", Kind.PLAIN, texts.text("hold.no.reason"), null));
        return ChoiceView.of(texts.text("hold.title"), List.of(), options, texts.text("back"));
    }

    private static Option hold(
            Dialog.Hold dialog, String id, Kind kind, String label, @Nullable String reason) {
        return new Option(
                id,
                kind,
                label,
                "",
                new Command.Hold(dialog.operator().code(), dialog.task(), reason));
    }

    static ChoiceView secondStart(Dialog.SecondStart dialog, Bench bench) {
        Texts texts = bench.texts();
        String first = taskOf(dialog.open(), bench.floor());
        String second =
                bench.floor()
                        .task(dialog.command().task())
                        .map(TaskWords::step)
                        .orElse(dialog.command().task().toString());
        boolean refuses =
                bench.floor()
                        .station(bench.core().station())
                        .map(Station::secondStart)
                        .filter(policy -> policy == SecondStartPolicy.REFUSE)
                        .isPresent();
        List<String> lines =
                refuses
                        ? List.of(texts.text("second.open", first), texts.text("second.refused"))
                        : List.of(texts.text("second.open", first));
        List<Option> options =
                refuses
                        ? List.of()
                        : List.of(
                                new Option(
                                        "second-switch",
                                        Kind.PRIMARY,
                                        texts.text("second.switch", second),
                                        texts.text("second.switch.hint", first),
                                        Commands.answered(dialog.command(), SecondStart.SWITCH)),
                                new Option(
                                        "second-hold",
                                        Kind.PLAIN,
                                        texts.text("second.hold", first),
                                        texts.text("second.hold.hint", second),
                                        Commands.answered(dialog.command(), SecondStart.HOLD)));
        return ChoiceView.of(texts.text("second.title"), lines, options, texts.text("back"));
    }

    private static String taskOf(EventId session, FloorView floor) {
        for (TaskState task : floor.tasks()) {
            for (Session open : task.sessions()) {
                if (open.core().id().equals(session)) {
                    Job job = task.job();
                    return job == null
                            ? TaskWords.step(task)
                            : TaskWords.step(task) + " · " + TaskWords.heading(job);
                }
            }
        }
        return session.toString();
    }

    static ChoiceView endShift(Dialog.EndShift dialog, Bench bench) {
        Texts texts = bench.texts();
        FloorView floor = bench.floor();
        List<String> lines = new ArrayList<>();
        Day day = Day.of(floor, dialog.operator().code(), texts.zone(), bench.now().get().time());
        for (Day.Part part : day.parts()) {
            String step =
                    floor.task(part.task()).map(TaskWords::step).orElse(part.task().toString());
            lines.add(texts.text("shift.line", step, made(part.good(), part.scrap(), texts)));
        }
        lines.add(
                texts.text(
                        "shift.day",
                        made(day.good(), day.scrap(), texts),
                        texts.length(day.worked()),
                        texts.length(day.paused())));
        boolean open = !floor.openSessions(dialog.operator().code()).isEmpty();
        lines.add(texts.text(open ? "shift.holds" : "shift.nothing"));
        long unsent = bench.state().get().sync().unsent();
        if (unsent > 0) {
            lines.add(texts.text("shift.unsent", unsent));
        }
        Option end =
                new Option(
                        "shift-end",
                        Kind.PRIMARY,
                        texts.text("shift.end"),
                        "",
                        new Command.EndShift(dialog.operator().code()));
        return ChoiceView.of(
                texts.text("shift.title", dialog.operator().name()),
                lines,
                List.of(end),
                texts.text("back"));
    }

    static String made(long good, long scrap, Texts texts) {
        return scrap == 0
                ? texts.text("shift.made", good)
                : texts.text("shift.made.scrap", good, scrap);
    }
}
