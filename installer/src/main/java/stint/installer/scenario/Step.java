package stint.installer.scenario;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;

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

    /** An operator taps at a station. */
    record Work(Head head, StationCode station, Command command) implements Step {}

    /** The event of an earlier step is taken back. */
    record TakeBack(Head head, StationCode station, OperatorCode operator, String step)
            implements Step {}

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
