package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SessionRule;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.Floor;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fold over a floor's log, the same on bench and server (EV-1). Events may come in any order,
 * and more than once; replicas that were given the same set are in the same state (EV-3, EV-4).
 *
 * <p>Not thread-safe: one writer owns it and hands {@link #view()} to others.
 */
public final class FloorFold implements Floor {

    private final Map<EventId, Event> log = new HashMap<>();
    private final Map<StationCode, StationLedger> stationLedgers = new TreeMap<>();
    private final Map<String, List<Event>> acknowledgements = new HashMap<>();
    private final NavigableMap<TaskId, TaskLedger> ledgers = new TreeMap<>();
    private final Map<String, List<Event>> sentBack = new HashMap<>();
    private final Map<OperatorCode, Moves> moves = new HashMap<>();
    private final Corrections corrections = new Corrections();
    private final Register<OperatorCode, Operator> operators = new Register<>();
    private final Register<StationCode, Station> stations = new Register<>();
    private final Register<String, Reason> reasons = new Register<>();
    private final Register<String, Job> jobs = new Register<>();

    /**
     * Takes an event.
     *
     * @return false when it was known already and nothing changed
     */
    public boolean apply(Event event) {
        if (!stationLedgers.computeIfAbsent(event.station(), StationLedger::new).take(event)) {
            return false;
        }
        log.put(event.id(), event);
        switch (event.fact()) {
            case WorkFact fact -> applyWork(event, fact);
            case PlanFact fact -> applyPlan(event, fact);
            case Correction fact -> {
                corrections.add(event, fact);
                refoldFor(event, fact);
            }
            case SessionRule fact -> ledger(fact.task()).add(event, moves, corrections);
            case Acknowledged fact ->
                    Ordered.insert(
                            acknowledgements.computeIfAbsent(
                                    fact.exception(), any -> new ArrayList<>()),
                            event);
        }
        return true;
    }

    /**
     * Takes note of an event that is stored and can't be read by this version: it delays nothing
     * behind it, and a person sees that it is there (EV-3, EX-1).
     */
    public void quarantine(EventId id) {
        stationLedgers.computeIfAbsent(id.station(), StationLedger::new).quarantine(id);
    }

    private void applyWork(Event event, WorkFact fact) {
        OperatorCode operator = event.operator();
        if (operator == null) {
            return;
        }
        Moves own = moves.computeIfAbsent(operator, any -> new Moves());
        if (fact instanceof WorkFact.OnTask onTask) {
            own.worksOn(onTask.task());
        }
        if (Moves.isMove(fact)) {
            own.add(event);
            moveAway(event, operator, own);
        }
        if (fact instanceof WorkFact.OnTask onTask) {
            ledger(onTask.task()).add(event, moves, corrections);
        }
        if (fact instanceof WorkFact.SentBack sent) {
            sendBack(event, sent.task().ticket());
        }
    }

    /**
     * Every task of the job hears of it; which ones are visited again follows from the plan, which
     * may come later.
     */
    private void sendBack(Event event, String ticket) {
        sentBack.computeIfAbsent(ticket, any -> new ArrayList<>()).add(event);
        for (TaskLedger ledger : ledgersOf(ticket)) {
            ledger.sendBack(event, moves, corrections);
        }
    }

    private Collection<TaskLedger> ledgersOf(String ticket) {
        return ledgers.subMap(
                        new TaskId(ticket, 1), true, new TaskId(ticket, Integer.MAX_VALUE), true)
                .values();
    }

    private void moveAway(Event event, OperatorCode operator, Moves own) {
        for (TaskId task : own.tasks()) {
            if (!task.equals(Moves.destination(event))) {
                ledger(task).move(event, operator, moves, corrections);
            }
        }
    }

    private void applyPlan(Event event, PlanFact fact) {
        switch (fact) {
            case PlanFact.OperatorRegistered registered ->
                    operators.put(registered.registered().code(), registered.registered(), event);
            case PlanFact.StationRegistered registered ->
                    stations.put(registered.station().code(), registered.station(), event);
            case PlanFact.ReasonDefined defined ->
                    reasons.put(defined.reason().code(), defined.reason(), event);
            case PlanFact.JobReleased released -> {
                if (jobs.put(released.job().ticket(), released.job(), event)) {
                    for (Task task : released.job().tasks()) {
                        ledger(task.id()).plan(released.job(), moves, corrections);
                    }
                }
            }
            case PlanFact.TaskCancelled cancelled ->
                    ledger(cancelled.task()).add(event, moves, corrections);
        }
    }

    /** A correction changed what an event counts: everything it touches is folded again. */
    private void refoldFor(Event correction, Correction fact) {
        Event event = log.get(fact.target());
        if (event == null) {
            return; // It is looked up again when the target arrives.
        }
        if (event.fact() instanceof Correction corrected) {
            // Of two voids only the later one can void the other.
            boolean later = Event.CANONICAL.compare(event, correction) < 0;
            if (later || corrected instanceof Correction.Corrected) {
                refoldFor(event, corrected);
            }
            return;
        }
        OperatorCode operator = event.operator();
        if (operator != null && event.fact() instanceof WorkFact work && Moves.isMove(work)) {
            Moves own = moves.computeIfAbsent(operator, any -> new Moves());
            own.tasks().forEach(task -> ledger(task).refold(moves, corrections));
        }
        TaskId task = taskOf(event);
        if (event.fact() instanceof WorkFact.SentBack sent) {
            ledgersOf(sent.task().ticket()).forEach(ledger -> ledger.refold(moves, corrections));
        } else if (task != null) {
            ledger(task).refold(moves, corrections);
        }
    }

    private TaskLedger ledger(TaskId task) {
        TaskLedger known = ledgers.get(task);
        if (known != null) {
            return known;
        }
        TaskLedger ledger = new TaskLedger(task);
        ledgers.put(task, ledger);
        for (Event event : sentBack.getOrDefault(task.ticket(), List.of())) {
            ledger.sendBack(event, moves, corrections);
        }
        return ledger;
    }

    static @Nullable TaskId taskOf(Event event) {
        return switch (event.fact()) {
            case WorkFact.OnTask fact -> fact.task();
            case PlanFact.TaskCancelled fact -> fact.task();
            case SessionRule fact -> fact.task();
            default -> null;
        };
    }

    /** An immutable picture of now, for other threads. */
    public FloorView view() {
        Map<TaskId, TaskState> tasks = new TreeMap<>();
        ledgers.forEach((id, ledger) -> tasks.put(id, ledger.state()));
        return new FloorSnapshot(
                tasks,
                jobs.copy(),
                operators.copy(),
                stations.copy(),
                reasons.values(),
                ownExceptions(),
                acknowledged());
    }

    @Override
    public Optional<Event> event(EventId id) {
        return Optional.ofNullable(log.get(id));
    }

    @Override
    public boolean voided(EventId id) {
        return corrections.voided(id);
    }

    @Override
    public Collection<Job> jobs() {
        return jobs.values();
    }

    @Override
    public Optional<Job> job(String ticket) {
        return jobs.get(ticket);
    }

    @Override
    public Optional<TaskState> task(TaskId id) {
        return Optional.ofNullable(ledgers.get(id)).map(TaskLedger::state);
    }

    @Override
    public Collection<TaskState> tasks() {
        return ledgers.values().stream().map(TaskLedger::state).toList();
    }

    @Override
    public List<Session> openSessions(OperatorCode operator) {
        Moves own = moves.get(operator);
        if (own == null) {
            return List.of();
        }
        return own.tasks().stream()
                .flatMap(task -> ledger(task).state().openSession(operator).stream())
                .sorted(FloorSnapshot.ACTIVE_FIRST_NEWEST_FIRST)
                .toList();
    }

    @Override
    public Optional<Operator> operator(OperatorCode code) {
        return operators.get(code);
    }

    @Override
    public Collection<Operator> operators() {
        return operators.values();
    }

    @Override
    public Optional<Station> station(StationCode code) {
        return stations.get(code);
    }

    @Override
    public Collection<Station> stations() {
        return stations.values();
    }

    @Override
    public List<Reason> reasons(Reason.Kind kind) {
        return reasons.values().stream()
                .filter(reason -> reason.kind() == kind)
                .sorted(Comparator.comparing(Reason::code))
                .toList();
    }

    @Override
    public Optional<JobFlow> flow(String ticket) {
        return job(ticket)
                .map(job ->
                        JobFlow.of(
                                job, ledgersOf(ticket).stream().map(TaskLedger::state).toList()));
    }

    @Override
    public List<FloorException> exceptions() {
        return view().exceptions();
    }

    private List<FloorException> ownExceptions() {
        List<FloorException> exceptions = new ArrayList<>();
        stationLedgers.values().forEach(ledger -> ledger.addTo(exceptions));
        return exceptions;
    }

    private Map<String, FloorException.Acknowledgement> acknowledged() {
        Map<String, FloorException.Acknowledgement> latest = new HashMap<>();
        acknowledgements.forEach((key, events) ->
                events.stream()
                        .filter(event -> !corrections.voided(event.id()))
                        .reduce((earlier, later) -> later)
                        .ifPresent(event -> {
                            if (event.fact() instanceof Acknowledged fact) {
                                latest.put(
                                        key,
                                        new FloorException.Acknowledgement(
                                                event.operator(), event.time(), fact.note()));
                            }
                        }));
        return latest;
    }
}
