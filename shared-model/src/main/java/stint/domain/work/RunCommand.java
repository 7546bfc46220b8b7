package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;

import java.util.Map;

/** What a person asks to be recorded about guided work (SOP-1 to SOP-9). */
public sealed interface RunCommand extends Command {

    /** A command about a run that has begun. */
    sealed interface InRun extends RunCommand {

        /** The run, by the event that started it. */
        EventId run();
    }

    /**
     * Begin to work by an SOP, in the version that is confirmed now (SOP-1).
     *
     * @param task the task it guides, where it guides one
     */
    record StartRun(OperatorCode operator, String sop, @Nullable TaskId task)
            implements RunCommand {}

    /**
     * Check the step that is to be done now; its owner only (SOP-2).
     *
     * @param answers by the item's key, as entered
     */
    record CheckStep(OperatorCode operator, EventId run, String step, Map<String, String> answers)
            implements InRun {

        /** Copies the answers. */
        public CheckStep {
            answers = Map.copyOf(answers);
        }
    }

    /** Pause; its owner, or a supervisor (SOP-8). */
    record PauseRun(OperatorCode operator, EventId run, @Nullable String reason) implements InRun {}

    /** Go on; its owner only (SOP-8). */
    record ResumeRun(OperatorCode operator, EventId run) implements InRun {}

    /** Say that the work is finished, whatever steps are left; its owner only (SOP-4). */
    record CompleteRun(OperatorCode operator, EventId run) implements InRun {}

    /** Let it come to nothing; its owner, or a supervisor (SOP-6, SOP-9). */
    record CancelRun(OperatorCode operator, EventId run, String reason) implements InRun {}

    /**
     * Say how a step is to be taken; a supervisor who is not its owner (SOP-4).
     *
     * @param answers in the place of those entered
     */
    record OverrideStep(
            OperatorCode operator,
            EventId run,
            String step,
            Map<String, String> answers,
            String reason)
            implements InRun {

        /** Copies the answers. */
        public OverrideStep {
            answers = Map.copyOf(answers);
        }
    }

    /** Approve a completed run, and lock it; a supervisor who is not its owner (SOP-5). */
    record ApproveRun(OperatorCode operator, EventId run, @Nullable String note) implements InRun {}
}
