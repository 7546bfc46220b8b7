package stint.station.ui.bench;

import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision;

import java.util.function.Consumer;

/** What the kiosk asks before it goes on. */
public sealed interface Dialog {

    /** Why the work is held (OS-3). */
    record Hold(Operator operator, TaskId task) implements Dialog {}

    /** How many pieces are scrap, and why (OS-6). */
    record Scrap(Operator operator, TaskId task) implements Dialog {}

    /**
     * What becomes of the work in hand (OS-8).
     *
     * @param command the start or resume that was refused
     * @param open the session in the way
     */
    record SecondStart(Operator operator, Command.OnTask command, EventId open) implements Dialog {}

    /**
     * Whether a supervisor allows what the bench refused (PR-4, PR-5).
     *
     * @param command what was refused
     * @param refusal why
     */
    record Approve(Operator operator, Command.OnTask command, Decision.Refused refusal)
            implements Dialog {}

    /**
     * Whether a supervisor takes a step as it is (SOP-4).
     *
     * @param operator who is logged in
     * @param step its key
     */
    record OverrideStep(Operator operator, EventId run, String step) implements Dialog {}

    /**
     * Whether a supervisor approves a run, after which nothing changes it (SOP-5).
     *
     * @param operator who is logged in
     */
    record ApproveRun(Operator operator, EventId run) implements Dialog {}

    /** Whether guided work is finished early, or comes to nothing (SOP-4, SOP-6). */
    record EndRun(Operator operator, EventId run) implements Dialog {}

    /** Whether the shift is over (OS-9). */
    record EndShift(Operator operator) implements Dialog {}

    /** What is to be done to the bench itself. */
    record Service() implements Dialog {}

    /** What they left unfinished: do they go on with it? (ST-6) */
    record Unfinished(Operator operator) implements Dialog {}

    /** Why the station stops (ST-3). */
    record Stop(Operator operator) implements Dialog {}

    /**
     * Words or a number, to be written.
     *
     * @param title what is asked
     * @param kind what will do
     * @param text what is written already
     * @param done the words of the button that ends it
     * @param then gets what was written
     */
    record Write(String title, Kind kind, String text, String done, Consumer<String> then)
            implements Dialog {

        /** What is written. */
        public enum Kind {
            /** Words in the writer's own language. */
            WORDS,
            /** A number with letters, as printed on tickets and orders; or words. */
            CODE,
            /** A whole number. */
            COUNT,
            /** A number with a point. */
            MEASURE;

            /** Whether letters are written, and blanks between them. */
            public boolean hasLetters() {
                return this == WORDS || this == CODE;
            }
        }
    }
}
