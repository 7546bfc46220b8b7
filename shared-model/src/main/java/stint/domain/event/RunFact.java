package stint.domain.event;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in a work session: one run of an SOP by one worker (SOP-1 to SOP-9). A run is named
 * by the event that started it.
 */
public sealed interface RunFact extends Fact {

    /** A fact about a run that has begun. */
    sealed interface InRun extends RunFact {

        /** The run, by the event that started it. */
        EventId run();
    }

    /**
     * A worker began to work by an SOP (SOP-1).
     *
     * @param version the version confirmed then; the run keeps it to its end
     * @param task the task it guides, where it guides one
     */
    record RunStarted(String sop, int version, @Nullable TaskId task) implements RunFact {}

    /**
     * A step was checked (SOP-2).
     *
     * @param answers by the item's key, as entered
     * @param failed the keys of the items that failed; none when the check passed
     */
    record StepChecked(EventId run, String step, Map<String, String> answers, List<String> failed)
            implements InRun {

        /** Copies; sorted, so that equal facts have equal bytes. */
        public StepChecked {
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
            failed = List.copyOf(failed);
        }
    }

    /**
     * The run pauses; its step is kept (SOP-8).
     *
     * @param reason why, in words
     * @param asOf since when, where the terminal was gone: its clocks at its last sign of life
     */
    record RunPaused(EventId run, @Nullable String reason, @Nullable TimeReading asOf)
            implements InRun {}

    /** The run goes on (SOP-8). */
    record RunResumed(EventId run) implements InRun {}

    /** Its owner says that the work is finished (SOP-4). */
    record RunCompleted(EventId run) implements InRun {}

    /** The run comes to nothing (SOP-6, SOP-9). */
    record RunCancelled(EventId run, String reason) implements InRun {}

    /**
     * A supervisor says how a step is to be taken, before approval (SOP-4, SOP-5).
     *
     * @param answers in the place of those entered
     * @param reason why
     */
    record StepOverridden(EventId run, String step, Map<String, String> answers, String reason)
            implements InRun {

        /** Copies; sorted. */
        public StepOverridden {
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        }
    }

    /**
     * A supervisor approved the run: it is locked (SOP-5).
     *
     * @param seen all the events that it consisted of for the supervisor. The approved run consists
     *     of these for ever; what arrives later was not approved, whatever time it bears.
     * @param note in their words
     */
    record RunApproved(EventId run, List<EventId> seen, @Nullable String note) implements InRun {

        /** Copies; sorted. */
        public RunApproved {
            seen = seen.stream().distinct().sorted().toList();
        }
    }

    /**
     * Somebody tried to change an approved run and was refused (SOP-5).
     *
     * @param what the change, as its event's type would be
     */
    record ChangeRefused(EventId run, String what) implements InRun {}
}
