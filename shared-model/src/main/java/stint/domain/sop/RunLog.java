package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.RunFact;
import stint.domain.sop.LogEntry.Action;
import stint.domain.sop.LogEntry.Standing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The audit of one run as it is folded, in canonical order. Used by one thread. */
final class RunLog {

    private final Map<Event, LogEntry> entries = new TreeMap<>(Event.CANONICAL);

    List<LogEntry> entries() {
        return List.copyOf(entries.values());
    }

    void started(Event event) {
        add(event, Action.STARTED, null, Standing.COUNTS);
    }

    void takenBack(Event voiding, Standing standing) {
        String reason = voiding.fact() instanceof Correction.Voided voided ? voided.reason() : null;
        add(voiding, Action.TAKEN_BACK, reason, standing);
    }

    /**
     * A fact of the run.
     *
     * @param before the answers that stood for its step
     */
    void add(Event event, RunFact.InRun fact, Map<String, String> before, Standing standing) {
        switch (fact) {
            case RunFact.StepChecked checked ->
                    add(
                            event,
                            Action.CHECKED,
                            checked.step(),
                            before,
                            checked.answers(),
                            checked.failed(),
                            null,
                            standing);
            case RunFact.StepOverridden overridden ->
                    add(
                            event,
                            Action.OVERRIDDEN,
                            overridden.step(),
                            before,
                            overridden.answers(),
                            List.of(),
                            overridden.reason(),
                            standing);
            case RunFact.RunPaused paused -> add(event, Action.PAUSED, paused.reason(), standing);
            case RunFact.RunResumed resumed -> add(event, Action.RESUMED, null, standing);
            case RunFact.RunCompleted completed -> add(event, Action.COMPLETED, null, standing);
            case RunFact.RunCancelled cancelled ->
                    add(event, Action.CANCELLED, cancelled.reason(), standing);
            case RunFact.RunApproved approved ->
                    add(event, Action.APPROVED, approved.note(), standing);
            case RunFact.ChangeRefused refused ->
                    add(event, Action.REFUSED, refused.what(), standing);
        }
    }

    private void add(Event event, Action action, @Nullable String reason, Standing standing) {
        add(event, action, null, Map.of(), Map.of(), List.of(), reason, standing);
    }

    private void add(
            Event event,
            Action action,
            @Nullable String step,
            Map<String, String> before,
            Map<String, String> after,
            List<String> failed,
            @Nullable String reason,
            Standing standing) {
        entries.put(
                event,
                new LogEntry(
                        event.id(),
                        event.operator(),
                        event.time(),
                        event.station(),
                        action,
                        step,
                        before,
                        after,
                        failed,
                        reason,
                        standing));
    }
}
