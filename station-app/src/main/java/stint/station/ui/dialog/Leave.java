package stint.station.ui.dialog;

import stint.domain.event.Approval;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Commands;
import stint.station.ui.bench.Dialog;
import stint.station.ui.kit.Texts;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a supervisor is asked to allow, and what is recorded when they do.
 *
 * @param title what it is about
 * @param text what they should know
 * @param lines more of it, smaller
 * @param reasons of which one is to be given; none where none is asked for
 * @param called whether a supervisor was called already, so that the credential is asked for at
 *     once
 * @param allow the words of the button
 * @param may who may allow it
 * @param mayNot what others are told
 * @param objection why it can't be allowed as it was shown; empty while it can
 * @param command what is recorded, by whom it was allowed and why
 */
record Leave(
        String title,
        String text,
        List<String> lines,
        List<Choice> reasons,
        boolean called,
        String allow,
        Predicate<Operator> may,
        String mayNot,
        Supplier<String> objection,
        BiFunction<Operator, String, Command> command) {

    Leave {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** More than the tolerance, or more on what is done (PR-4, PR-5). */
    static Leave of(Dialog.Approve dialog, Bench bench) {
        Texts texts = bench.texts();
        boolean tolerance = dialog.refusal().code() == Refusal.TOLERANCE_EXCEEDED;
        return new Leave(
                tolerance ? texts.text("approve.tolerance") : texts.text("approve.done"),
                tolerance ? allowed(dialog, texts) : texts.text("approve.done.text"),
                List.of(),
                List.of(
                        new Choice("more", texts.text("approve.reason.more"), false),
                        new Choice("replace", texts.text("approve.reason.replace"), false),
                        new Choice("count", texts.text("approve.reason.count"), false)),
                false,
                texts.text("approve.allow"),
                operator -> operator.role().supervises(),
                texts.text("approve.no.supervisor"),
                () -> "",
                (supervisor, reason) ->
                        Commands.approved(
                                dialog.command(), new Approval(supervisor.code(), reason)));
    }

    private static String allowed(Dialog.Approve dialog, Texts texts) {
        long asked = dialog.command() instanceof Command.Count count ? asked(count) : 0;
        return texts.text("approve.allowed", dialog.refusal().allowed(), asked);
    }

    private static long asked(Command.Count count) {
        return count.serials().isEmpty() ? count.quantity() : count.serials().size();
    }
}
