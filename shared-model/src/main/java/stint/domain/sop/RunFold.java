package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.RunFact;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.sop.LogEntry.Standing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Folds one run's facts. Total: every history has a result (EV-3). Once it is approved, only what
 * the approval names is folded, so that nothing that arrives later, whatever time it bears, changes
 * what was approved (SOP-5). Used once, by one thread.
 */
final class RunFold {

    private final Event started;
    private final OperatorCode worker;
    private final RunFact.RunStarted start;
    private final @Nullable SopLine line;
    private final @Nullable Sop procedure;
    private final @Nullable Event approval;
    private final Set<EventId> seen;
    private final Voids voids;
    private final Map<String, WorkSession.Result> results = new TreeMap<>();
    private final RunLog log = new RunLog();
    private final Set<EventId> evidence = new TreeSet<>();
    private final List<EventId> others = new ArrayList<>();
    private final List<EventId> afterEnd = new ArrayList<>();
    private final List<EventId> afterApproval = new ArrayList<>();
    private RunState state;
    private Duration pausedFor = Duration.ZERO;
    private StationCode lastStation;

    /**
     * @param facts of this run, in canonical order
     * @param line its SOP; absent while it has not arrived
     */
    RunFold(
            Event started,
            OperatorCode worker,
            RunFact.RunStarted start,
            Collection<Event> facts,
            Amendments amendments,
            @Nullable SopLine line) {
        this.started = started;
        this.worker = worker;
        this.start = start;
        this.line = line;
        this.procedure = line == null ? null : line.version(start.version()).orElse(null);
        this.approval = holding(facts);
        this.seen =
                approval != null && approval.fact() instanceof RunFact.RunApproved approved
                        ? new HashSet<>(approved.seen())
                        : Set.of();
        this.voids = new Voids(amendments, this::counts);
        this.state = new RunState.InProgress(started.time());
        this.lastStation = started.station();
    }

    /** What the office wrote is known to all first; of benches' approvals the earliest holds. */
    private static @Nullable Event holding(Collection<Event> facts) {
        Event first = null;
        for (Event event : facts) {
            if (event.fact() instanceof RunFact.RunApproved) {
                if (event.station().equals(StationCode.SERVER)) {
                    return event;
                }
                first = first == null ? event : first;
            }
        }
        return first;
    }

    private boolean counts(EventId id) {
        return approval == null || seen.contains(id);
    }

    /**
     * Folds.
     *
     * @param events the run's facts, and what else its worker did after its start: other runs
     *     begun, shifts ended; in canonical order
     */
    WorkSession fold(Collection<Event> events) {
        log.started(started);
        belongs(started);
        for (Event event : events) {
            if (!(event.fact() instanceof RunFact.InRun fact)) {
                setAside(event);
            } else if (fact instanceof RunFact.RunApproved approved) {
                approve(event, approved);
            } else if (fact instanceof RunFact.ChangeRefused refused) {
                log.add(event, refused, Map.of(), Standing.COUNTS);
                lateVoids(event, true);
            } else if (!counts(event.id())) {
                afterApproval.add(event.id());
                note(event, fact, Standing.AFTER_APPROVAL);
            } else {
                belongs(event);
                if (voids.has(event)) {
                    note(event, fact, Standing.VOIDED);
                } else {
                    apply(event, fact);
                }
            }
        }
        voids.of(started).ifPresent(this::undo);
        return session();
    }

    /** The event is one of those the run consists of, and so is what takes it back. */
    private void belongs(Event event) {
        evidence.add(event.id());
        lateVoids(event, false);
    }

    private void lateVoids(Event event, boolean never) {
        for (Event voiding : voids.about(event)) {
            boolean late = never || !counts(voiding.id());
            if (late) {
                afterApproval.add(voiding.id());
            } else {
                evidence.add(voiding.id());
            }
            log.takenBack(voiding, late ? Standing.AFTER_APPROVAL : Standing.COUNTS);
        }
    }

    /** Its worker began another run, or went home: it is not being worked on (SOP-9, OS-9). */
    private void setAside(Event event) {
        boolean heeded = state.open() && counts(event.id()) && !voids.has(event);
        if (!heeded || voids.has(started)) {
            return;
        }
        evidence.add(event.id());
        boolean shift = event.fact() instanceof WorkFact.ShiftEnded;
        if (!shift) {
            others.add(event.id());
        }
        pause(event.time(), shift ? RunState.Pause.SHIFT : RunState.Pause.ELSEWHERE, null);
    }

    private void pause(Instant at, RunState.Pause cause, @Nullable String reason) {
        if (state instanceof RunState.InProgress) {
            state = new RunState.Paused(at, cause, reason);
        }
    }

    private void approve(Event event, RunFact.RunApproved approved) {
        boolean holds = event.equals(approval);
        boolean same = seen.equals(Set.copyOf(approved.seen()));
        if (!holds && !same) {
            afterApproval.add(event.id());
        }
        log.add(
                event,
                approved,
                Map.of(),
                holds || same ? Standing.COUNTS : Standing.AFTER_APPROVAL);
        lateVoids(event, true);
    }

    private void note(Event event, RunFact.InRun fact, Standing standing) {
        String step =
                switch (fact) {
                    case RunFact.StepChecked checked -> checked.step();
                    case RunFact.StepOverridden overridden -> overridden.step();
                    default -> null;
                };
        WorkSession.Result before = step == null ? null : results.get(step);
        log.add(event, fact, before == null ? Map.of() : before.answers(), standing);
    }

    private void apply(Event event, RunFact.InRun fact) {
        boolean override = fact instanceof RunFact.StepOverridden;
        boolean cancelled = state instanceof RunState.Cancelled;
        boolean late = !state.open() && (cancelled || !override);
        boolean again = fact instanceof RunFact.RunCompleted && !cancelled;
        if (late && !again) {
            afterEnd.add(event.id());
        }
        note(event, fact, late && !again ? Standing.AFTER_END : Standing.COUNTS);
        Instant at = event.time();
        switch (fact) {
            case RunFact.StepChecked checked -> {
                lastStation = event.station();
                check(checked.step(), checked.answers(), checked.failed(), event, false);
            }
            case RunFact.StepOverridden overridden ->
                    check(overridden.step(), overridden.answers(), List.of(), event, true);
            case RunFact.RunPaused paused -> pause(event, paused);
            case RunFact.RunResumed resumed -> {
                lastStation = event.station();
                if (state instanceof RunState.Paused paused) {
                    addPause(paused, at);
                    state = new RunState.InProgress(at);
                }
            }
            case RunFact.RunCompleted completed -> complete(at, RunState.Completion.WORKER);
            case RunFact.RunCancelled cancel -> {
                if (state.open()) {
                    endPause(at);
                    state = new RunState.Cancelled(at, event.operator(), cancel.reason());
                }
            }
            case RunFact.RunApproved approved -> {}
            case RunFact.ChangeRefused refused -> {}
        }
    }

    private void pause(Event event, RunFact.RunPaused paused) {
        TimeReading gone = paused.asOf();
        if (gone == null) {
            pause(event.time(), RunState.Pause.PERSON, paused.reason());
        } else if (state instanceof RunState.InProgress going) {
            Instant since = gone.time().isBefore(going.since()) ? going.since() : gone.time();
            pause(since, RunState.Pause.ABANDONED, paused.reason());
        }
    }

    private void check(
            String step,
            Map<String, String> answers,
            List<String> failed,
            Event event,
            boolean override) {
        WorkSession.Result before = results.get(step);
        if (override || before == null || !before.overridden()) {
            results.put(
                    step,
                    new WorkSession.Result(
                            answers, failed, override, event.operator(), event.time()));
        }
        boolean all =
                procedure != null
                        && procedure.steps().stream().allMatch(known -> passed(known.key()));
        if (all) {
            complete(event.time(), RunState.Completion.LAST_STEP);
        }
    }

    private boolean passed(String step) {
        WorkSession.Result result = results.get(step);
        return result != null && result.passed();
    }

    private void complete(Instant at, RunState.Completion by) {
        if (state.open()) {
            endPause(at);
            state = new RunState.Completed(at, by);
        }
    }

    private void endPause(Instant at) {
        if (state instanceof RunState.Paused paused) {
            addPause(paused, at);
        }
    }

    /** Never negative; clocks that disagree by that much leave nothing to count. */
    private void addPause(RunState.Paused paused, Instant until) {
        Duration length = Duration.between(paused.since(), until);
        pausedFor = pausedFor.plus(length.isNegative() ? Duration.ZERO : length);
    }

    /** The start itself was taken back: the run came to nothing, and stays to be seen. */
    private void undo(Event voiding) {
        String reason = voiding.fact() instanceof Correction.Voided voided ? voided.reason() : "";
        state = new RunState.Cancelled(voiding.time(), voiding.operator(), reason);
    }

    private WorkSession session() {
        Event newer = line == null ? null : line.superseded(start.version(), started).orElse(null);
        return new WorkSession(
                started.id(),
                start.sop(),
                start.version(),
                procedure,
                worker,
                started.station(),
                lastStation,
                start.task(),
                started.time(),
                state,
                results,
                pausedFor,
                approval == null ? null : approved(approval),
                log.entries(),
                List.copyOf(evidence),
                new WorkSession.Doubts(
                        others,
                        newer == null ? List.of() : List.of(newer.id()),
                        afterEnd,
                        afterApproval));
    }

    private static WorkSession.Approved approved(Event event) {
        String note = event.fact() instanceof RunFact.RunApproved fact ? fact.note() : null;
        return new WorkSession.Approved(event.id(), event.operator(), event.time(), note);
    }
}
