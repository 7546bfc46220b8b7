package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;

import java.util.List;

/** What a person asks the terminal to record. Values are as entered; {@code decide} judges them. */
public sealed interface Command
        permits Command.OnTask,
                Command.EndShift,
                Command.Undo,
                Command.Correct,
                Command.Acknowledge,
                StationCommand,
                RunCommand {

    /** Who asks. */
    OperatorCode operator();

    /** A command about one task. */
    sealed interface OnTask extends Command {

        /** The task meant. */
        TaskId task();

        /** Whether it begins work or says that work was done, so that it needs a place (ST-2). */
        default boolean works() {
            return switch (this) {
                case Start start -> true;
                case Resume resume -> true;
                case Count count -> true;
                case SendBack back -> true;
                case Hold hold -> false;
                case EndSession end -> false;
                case Reopen reopen -> false;
                case Cancel cancel -> false;
            };
        }
    }

    /**
     * Start or go on, or mark a piece start (OS-2, OS-8).
     *
     * @param choice the answer to "you are active on another task"; absent before it was asked
     * @param piece the piece that begins, where scanned
     * @param approval a supervisor's leave for a task that is done
     */
    record Start(
            OperatorCode operator,
            TaskId task,
            @Nullable SecondStart choice,
            @Nullable Serial piece,
            @Nullable Approval approval)
            implements OnTask {}

    /** Pause (OS-3). */
    record Hold(OperatorCode operator, TaskId task, @Nullable String reason) implements OnTask {}

    /** Go on after a pause (OS-4). */
    record Resume(
            OperatorCode operator,
            TaskId task,
            @Nullable SecondStart choice,
            @Nullable Approval approval)
            implements OnTask {}

    /** Pieces were made; exactly one of quantity and serials speaks, by the task's mode. */
    sealed interface Count extends OnTask {

        /** Pieces in batch mode; in piece mode ignored when serials are given. */
        long quantity();

        /** The pieces in piece mode. */
        List<Serial> serials();
    }

    /** Good pieces (OS-5). */
    record Complete(
            OperatorCode operator,
            TaskId task,
            long quantity,
            List<Serial> serials,
            @Nullable Approval approval)
            implements Count {}

    /** Good pieces out of quality control. */
    record Pass(
            OperatorCode operator,
            TaskId task,
            long quantity,
            List<Serial> serials,
            @Nullable Approval approval)
            implements Count {}

    /** Scrap (OS-6). */
    record Scrap(
            OperatorCode operator, TaskId task, long quantity, List<Serial> serials, String reason)
            implements Count {}

    /** Close the session (OS-7). */
    record EndSession(OperatorCode operator, TaskId task) implements OnTask {}

    /** Go home: pause all (OS-9). */
    record EndShift(OperatorCode operator) implements Command {}

    /** Take back an event: within 60 s one's own, later by a supervisor (EV-5). */
    record Undo(OperatorCode operator, EventId target, String reason) implements Command {}

    /** Give an event's quantity another value; supervisors only after 60 s (EV-5). */
    record Correct(OperatorCode operator, EventId target, long quantity, String reason)
            implements Command {}

    /** Cancel a task; supervisors only (OS-7). */
    record Cancel(OperatorCode operator, TaskId task, String reason) implements OnTask {}

    /** Send pieces back for rework, from quality control to an earlier task (DP-4). */
    record SendBack(OperatorCode operator, TaskId task, List<Serial> serials, int to, String reason)
            implements OnTask {}

    /** Open a session again that was closed as stale; supervisors only (OS-7). */
    record Reopen(OperatorCode operator, TaskId task, EventId session, String reason)
            implements OnTask {}

    /**
     * Say that one has looked at an exception; supervisors only (EX-2).
     *
     * @param exception its key
     */
    record Acknowledge(OperatorCode operator, String exception, String note) implements Command {}
}
