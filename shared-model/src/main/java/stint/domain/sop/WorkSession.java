package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of an SOP by one worker (SOP-1 to SOP-9): what its events come to. Immutable.
 *
 * @param id the event that started it
 * @param sop the SOP's code
 * @param version the version that was confirmed when it began
 * @param procedure that version; absent while it has not arrived here
 * @param worker whose it is
 * @param station where it began
 * @param lastStation where it was last worked on
 * @param task the task it guides, where it guides one
 * @param results what stands of each step that was checked, by the step's key
 * @param pausedFor how long it was paused, the present pause left out
 * @param approval who approved it; absent while nobody has: locked from then on (SOP-5)
 * @param log all that happened to it, in order: the audit
 * @param evidence the events that it consists of, as an approval names them
 * @param doubts what a person should look at
 */
public record WorkSession(
        EventId id,
        String sop,
        int version,
        @Nullable Sop procedure,
        OperatorCode worker,
        StationCode station,
        StationCode lastStation,
        @Nullable TaskId task,
        Instant startedAt,
        RunState state,
        Map<String, Result> results,
        Duration pausedFor,
        @Nullable Approved approval,
        List<LogEntry> log,
        List<EventId> evidence,
        Doubts doubts) {

    /**
     * What stands of a step.
     *
     * @param failed the items that failed; none when it passed
     * @param overridden whether a supervisor said so
     */
    public record Result(
            Map<String, String> answers,
            List<String> failed,
            boolean overridden,
            @Nullable OperatorCode by,
            Instant at) {

        /** Whether the run goes on from it. */
        public boolean passed() {
            return failed.isEmpty();
        }
    }

    /**
     * Who approved it.
     *
     * @param event the approval
     */
    public record Approved(
            EventId event, @Nullable OperatorCode by, Instant at, @Nullable String note) {}

    /**
     * What a merged history holds that a person should look at (EX-1).
     *
     * @param others the runs its worker began while it was open (SOP-9)
     * @param superseded what made its version the old one before it began; none or one (SOP-1)
     * @param afterEnd what was recorded when it had ended (SOP-4)
     * @param afterApproval what is not of what was approved (SOP-5)
     */
    public record Doubts(
            List<EventId> others,
            List<EventId> superseded,
            List<EventId> afterEnd,
            List<EventId> afterApproval) {

        /** Copies the lists. */
        public Doubts {
            others = List.copyOf(others);
            superseded = List.copyOf(superseded);
            afterEnd = List.copyOf(afterEnd);
            afterApproval = List.copyOf(afterApproval);
        }
    }

    /** Copies. */
    public WorkSession {
        results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
        log = List.copyOf(log);
        evidence = List.copyOf(evidence);
    }

    /** Whether it is in progress or paused. */
    public boolean open() {
        return state.open();
    }

    /** Whether it was approved: nothing changes it any more (SOP-5). */
    public boolean locked() {
        return approval != null;
    }

    /** Another number whenever something became of it; a try that was refused is nothing. */
    public int revision() {
        return happened().size();
    }

    /** What became of it, in order: the log without what was only tried. */
    public List<LogEntry> happened() {
        return log.stream().filter(entry -> entry.action() != LogEntry.Action.REFUSED).toList();
    }

    /** The steps of its version; none while that has not arrived. */
    public List<Step> steps() {
        return procedure == null ? List.of() : procedure.steps();
    }

    /** Whether a step passed. */
    public boolean passed(String step) {
        Result result = results.get(step);
        return result != null && result.passed();
    }

    /** How many of its steps passed. */
    public int passedCount() {
        return (int) steps().stream().filter(step -> passed(step.key())).count();
    }

    /** The step to do now; none when it has ended (SOP-2). */
    public Optional<Step> currentStep() {
        return open() ? firstNotPassed() : Optional.empty();
    }

    /** The first step that has not passed, ended or not. */
    public Optional<Step> firstNotPassed() {
        return steps().stream().filter(step -> !passed(step.key())).findFirst();
    }

    /** The step after the one to do now. */
    public Optional<Step> nextStep() {
        return open()
                ? steps().stream().filter(step -> !passed(step.key())).skip(1).findFirst()
                : Optional.empty();
    }

    /** One of its steps. */
    public Optional<Step> step(String key) {
        return steps().stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** When it was completed; empty while it is not (SOP-2). */
    public Optional<Instant> completedAt() {
        return state instanceof RunState.Completed completed
                ? Optional.of(completed.at())
                : Optional.empty();
    }

    /** What it is called, in a language, else in English, else its SOP's code. */
    public String title(String language) {
        return procedure == null ? sop : procedure.title(language);
    }
}
