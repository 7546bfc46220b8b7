package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationStatus;
import stint.domain.plan.Reason;
import stint.domain.station.StationSession;
import stint.domain.work.Command;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;
import stint.domain.work.Unfinished;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.dialog.ChoiceView.Kind;
import stint.station.ui.dialog.ChoiceView.Option;
import stint.station.ui.kit.Texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the questions about one's place at a station that have a few answers (ST-3, ST-6). */
final class Offers {

    /** What is held longest is in the list; here is what one most likely comes back for. */
    private static final int OFFERED_MAX = 3;

    private Offers() {}

    static ChoiceView unfinished(Dialog.Unfinished dialog, Bench bench) {
        Texts texts = bench.texts();
        Instant now = bench.now().get().time();
        Unfinished left = bench.state().get().unfinished(dialog.operator().code());
        List<Option> options = new ArrayList<>();
        for (Session session : left.work()) {
            if (session instanceof Session.Paused held && options.size() < OFFERED_MAX) {
                Kind kind = options.isEmpty() ? Kind.PRIMARY : Kind.PLAIN;
                options.add(resume(held, kind, bench.floor(), now, texts));
            }
        }
        List<String> lines =
                lastAway(dialog, bench)
                        .filter(StationSession::abandoned)
                        .map(StationSession::end)
                        .map(end -> List.of(texts.text("left.gone", texts.moment(end.at(), now))))
                        .orElse(List.of());
        return ChoiceView.of(texts.text("left.title"), lines, options, texts.text("work.list"));
    }

    /** Their last sign-on before this one. */
    private static Optional<StationSession> lastAway(Dialog.Unfinished dialog, Bench bench) {
        return bench.floor().stationSessions().at(bench.core().station()).reversed().stream()
                .filter(session -> session.operator().equals(dialog.operator().code()))
                .filter(session -> !session.open())
                .findFirst();
    }

    private static Option resume(
            Session.Paused held, Kind kind, FloorView floor, Instant now, Texts texts) {
        Session.Core core = held.core();
        String hint =
                texts.text(
                        "left.hint",
                        TaskWords.held(held, floor, now, texts),
                        Choices.made(core.good(), core.scrap(), texts));
        return new Option(
                "resume-" + core.task(),
                kind,
                TaskWords.stepOfJob(core.task(), floor),
                hint,
                new Command.Resume(core.operator(), core.task(), null, null));
    }

    static ChoiceView stop(Dialog.Stop dialog, Bench bench) {
        Texts texts = bench.texts();
        List<Option> options = new ArrayList<>();
        for (Reason reason : bench.floor().reasons(Reason.Kind.STOP)) {
            options.add(
                    new Option(
                            "stop-" + reason.code(),
                            Kind.PLAIN,
                            reason.label(texts.language()),
                            "",
                            stopped(dialog, reason.code())));
        }
        options.add(
                new Option(
                        "stop-plain",
                        Kind.PLAIN,
                        texts.text("stop.no.reason"),
                        "",
                        stopped(dialog, null)));
        return ChoiceView.of(texts.text("stop.title"), List.of(), options, texts.text("back"));
    }

    private static StationCommand.SetStatus stopped(Dialog.Stop dialog, @Nullable String reason) {
        return new StationCommand.SetStatus(
                dialog.operator().code(), StationStatus.STOPPED, reason, null);
    }
}
