package stint.installer.scenario;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;

import java.time.Duration;
import java.time.Instant;

/** One thing that happens in a scenario. */
public sealed interface Step {

    /** What every step has. */
    Head head();

    /**
     * When, and what is said about the step itself.
     *
     * @param index its place in the file, from 0
     * @param line its line in the file
     * @param at when
     * @param word the step's {@code do}
     * @param id what a later {@code void} calls it
     * @param refused why the terminal must refuse it; then nothing may be recorded
     * @param allowed how many pieces the refusal must name; −1 where the file doesn't say
     */
    record Head(
            int index,
            int line,
            Instant at,
            String word,
            @Nullable String id,
            @Nullable Refusal refused,
            long allowed) {

        /** The step as messages name it: {@code steps[3] (line 17)}. */
        public String place() {
            return "steps[" + index + "] (line " + line + ")";
        }
    }

    /** Somebody taps at a station. */
    sealed interface AtStation extends Step {

        /** Where. */
        StationCode station();
    }

    /**
     * An operator taps at a station.
     *
     * @param taps how often the one button is hit, at least once
     */
    record Work(Head head, StationCode station, Command command, int taps) implements AtStation {}

    /** Something is said of what is there by then; what that is, is looked up when it comes. */
    sealed interface Later extends AtStation {

        /** Who says so. */
        OperatorCode operator();
    }

    /** The event of an earlier step is taken back (EV-5). */
    record TakeBack(Head head, StationCode station, OperatorCode operator, String step)
            implements Later {}

    /** The event of an earlier step is given another quantity (EV-5). */
    record Correct(
            Head head, StationCode station, OperatorCode operator, String step, long quantity)
            implements Later {}

    /**
     * A session that was closed as stale is opened again (OS-7).
     *
     * @param of whose; the newest of theirs that is closed
     */
    record Reopen(
            Head head, StationCode station, OperatorCode operator, TaskId task, OperatorCode of)
            implements Later {}

    /**
     * Somebody says that they have looked at an exception (EX-2).
     *
     * @param type what kind; the first of these that is open
     */
    record Acknowledge(
            Head head,
            StationCode station,
            OperatorCode operator,
            FloorException.Type type,
            String remark)
            implements Later {}

    /** A supervisor cancels a task at the server. */
    record Cancel(Head head, OperatorCode operator, TaskId task) implements Step {}

    /** The station is cut from the server, or back. */
    record Link(Head head, StationCode station, boolean online) implements Step {}

    /** The station's process is killed without a word. */
    record Crash(Head head, StationCode station) implements Step {}

    /** The station is started on the store it left; after no crash, it is shut down first. */
    record Reboot(Head head, StationCode station) implements Step {}

    /** The station's wall clock jumps. */
    record ClockJump(Head head, StationCode station, Duration by) implements Step {}

    /** Something happens to the server. */
    record Server(Head head, Action action) implements Step {

        /** What may happen to the server. */
        public enum Action {
            /** It stops. */
            STOP,
            /** It starts on the store it left. */
            START,
            /** A backup of it is taken. */
            BACKUP,
            /** It is put back to the last backup; the benches are unharmed. */
            RESTORE
        }
    }

    /** Something must be true now: on the server, or on a station's own store. */
    record Check(Head head, @Nullable StationCode station, Expectation expect) implements Step {}
}
