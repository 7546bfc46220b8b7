package stint.station.ui.bench;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Decision.Refused;
import stint.station.core.FailureCodes;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;

/**
 * Something that did not work, as said to a person: short, and with a code to name it by.
 *
 * @param text what, and what to do
 * @param code one of {@link Refusal}, {@link FailureCodes} or the kiosk's own
 */
public record Problem(String text, String code) {

    /**
     * How it is said on a screen; empty for nothing. Only what support is called for has its code
     * beside it: to the hand at work it says nothing.
     */
    public static String words(@Nullable Problem problem, Texts texts) {
        if (problem == null) {
            return "";
        }
        return FailureCodes.ALL.contains(problem.code)
                ? texts.text("problem", problem.text, problem.code)
                : problem.text;
    }

    /** Says it in its place, or takes away what was said there. */
    public static void show(@Nullable Problem problem, ProblemLabel label, Texts texts) {
        label.say(words(problem, texts), problem == null ? "" : problem.code);
    }

    /** What a refusal says. */
    public static Problem of(Refused refused, Texts texts) {
        String serial = serial(refused.serial());
        String text =
                switch (refused.code()) {
                    case TOLERANCE_EXCEEDED -> texts.text("problem.tolerance", refused.allowed());
                    case TASK_DONE -> texts.text("problem.task.done");
                    case SESSION_OPEN -> texts.text("problem.session.open");
                    case SERIAL_UNKNOWN -> texts.text("problem.serial.unknown", serial);
                    case SERIAL_DONE -> texts.text("problem.serial.done", serial);
                    case QTY_INVALID -> texts.text("problem.quantity");
                    case CHECKLIST_DUE -> texts.text("problem.checklist.due");
                    case CHECKLIST_INCOMPLETE -> texts.text("problem.checklist.incomplete");
                    case NOT_SIGNED_ON -> texts.text("problem.not.signed.on");
                    case SIGNED_ON -> texts.text("problem.signed.on");
                    case SOP_NOT_CONFIRMED -> texts.text("problem.sop.not.confirmed");
                    case RUN_OPEN -> texts.text("problem.run.open");
                    case RUN_LOCKED -> texts.text("problem.run.locked");
                    case RUN_PAUSED -> texts.text("problem.run.paused");
                    case RUN_ENDED -> texts.text("problem.run.ended");
                    case RUN_NOT_COMPLETED -> texts.text("problem.run.not.completed");
                    case STEP_NOT_CURRENT -> texts.text("problem.step.not.current");
                    case ANSWER_MISSING -> texts.text("problem.answer.missing");
                    case REASON_MISSING -> texts.text("problem.reason.missing");
                    case NOT_ALLOWED -> texts.text("problem.not.allowed");
                };
        return new Problem(text, refused.code().name());
    }

    /** What a refusal says that needs no more than its name. */
    static Problem of(Refusal code, Texts texts) {
        return of(new Refused(code, 0, null, null), texts);
    }

    /** What the bench says when it can't record. */
    public static Problem ofFailure(String code, Texts texts) {
        String text =
                switch (code) {
                    case FailureCodes.DISK_FULL -> texts.text("problem.disk.full");
                    case FailureCodes.OLD_WORK -> texts.text("problem.old.work");
                    case FailureCodes.CLOSED -> texts.text("problem.closed");
                    default -> texts.text("problem.not.recorded");
                };
        return new Problem(text, code);
    }

    /** A quantity that is no number of pieces. */
    public static Problem quantity(Texts texts) {
        return new Problem(texts.text("problem.quantity"), Refusal.QTY_INVALID.name());
    }

    /** A text that can't be a serial, or is one of no piece here. */
    public static Problem unknownSerial(String text, Texts texts) {
        return new Problem(
                texts.text("problem.serial.unknown", text), Refusal.SERIAL_UNKNOWN.name());
    }

    private static String serial(@Nullable Serial serial) {
        return serial == null ? "" : serial.value();
    }
}
