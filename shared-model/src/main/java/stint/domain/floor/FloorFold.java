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
import stint.domain.work.Floor;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The fold over a floor's log, the same on bench and server (EV-1). Events may come in any order,
 * and more than once; replicas that were given the same set are in the same state (EV-3, EV-4).
 *
 * <p>Not thread-safe: one writer owns it and hands {@link #view()} to others.
 */
public final class FloorFold implements Floor {

    private static final int SWEEPS_PER_KEEP = 64;

    private final EventLog log;
    private final Corrections corrections = new Corrections();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final MasterData master = new MasterData();
    private final Book book;
    private final Tickets tickets;
    private final long keepMillis;
    private long nextSweepMillis = Long.MIN_VALUE;

    /** A fold that keeps all it is given. */
    public FloorFold() {
        this(new EventLog(null), Duration.ZERO);
    }

    /**
     * A fold that puts away the tasks that are done or cancelled, with nobody at them, once nothing
     * new has come to them for some time; they stay in every view. It lets go of their events.
     *
     * @param history gives events back when a late one or a correction speaks of them
     * @param keep how long nothing may have come before the newest event, more than the lateness
     *     that is usual
     */
    public FloorFold(History history, Duration keep) {
        this(new EventLog(history), keep);
    }

    private FloorFold(EventLog log, Duration keep) {
        this.log = log;
        this.keepMillis = keep.toMillis();
        this.book = new Book(log, corrections);
        this.tickets = new Tickets(book);
    }

    /**
     * A fold that goes on where another one was exported.
     *
     * @param history as for {@link #FloorFold(History, Duration)}; it must not lack what the
     *     exporting fold had let go of
     */
    public static FloorFold of(FoldExport exported, History history, Duration keep) {
        return new FloorFold(new EventLog(history), keep).restored(exported);
    }

    /** A fold that goes on where another one was exported that kept all it was given. */
    public static FloorFold of(FoldExport exported) {
        if (!exported.archived().isEmpty()) {
            throw new IllegalArgumentException("what was put away needs its history");
        }
        return new FloorFold().restored(exported);
    }

    private FloorFold restored(FoldExport exported) {
        log.restore(exported);
        exported.corrections()
                .forEach(event -> {
                    if (event.fact() instanceof Correction fact) {
                        corrections.add(event, fact);
                    }
                });
        exported.acknowledgements()
                .forEach(event -> {
                    if (event.fact() instanceof Acknowledged fact) {
                        acknowledgements.add(event, fact);
                    }
                });
        exported.operators().forEach(operator -> book.moves(operator.operator()).restore(operator));
        exported.plan()
                .forEach(event -> {
                    if (event.fact() instanceof PlanFact fact) {
                        master.put(event, fact);
                    }
                });
        tickets.restore(exported, master.jobs().copy().values());
        return this;
    }

    /** All that it knows, for {@link #of(FoldExport, History, Duration)}. */
    public FoldExport export() {
        book.upToDate();
        return new FoldExport(
                log.stations(),
                master.events(),
                corrections.all(),
                acknowledgements.all(),
                tickets.sentBack(),
                book.people().stream().map(Moves::export).toList(),
                tickets.export(),
                tickets.archived(),
                log.all(),
                tickets.newestMillis());
    }

    /**
     * Takes an event.
     *
     * @return false when it was known already and nothing changed
     */
    public boolean apply(Event event) {
        if (!log.take(event)) {
            return false;
        }
        tickets.seen(event.hlc().millis());
        switch (event.fact()) {
            case WorkFact fact -> applyWork(event, fact);
            case PlanFact fact -> applyPlan(event, fact);
            case Correction fact -> {
                corrections.add(event, fact);
                acknowledgements.changed();
                refoldFor(event, fact);
            }
            case SessionRule fact -> tickets.ledger(fact.task()).add(event);
            case Acknowledged fact -> acknowledgements.add(event, fact);
        }
        sweep();
        return true;
    }

    private void sweep() {
        long newest = tickets.newestMillis();
        if (log.hasHistory() && newest >= nextSweepMillis) {
            nextSweepMillis = newest + keepMillis / SWEEPS_PER_KEEP;
            tickets.putAway(newest - keepMillis);
        }
    }

    /**
     * Takes note of an event that is stored and can't be read by this version: it delays nothing
     * behind it, and a person sees that it is there (EV-3, EX-1).
     */
    public void quarantine(EventId id) {
        log.quarantine(id);
    }

    private void applyWork(Event event, WorkFact fact) {
        OperatorCode operator = event.operator();
        if (operator == null) {
            return;
        }
        if (Moves.isMove(fact)) {
            Moves own = book.moves(operator);
            own.add(event);
            if (!corrections.voided(event.id())) {
                bringBack(own, event);
                own.moveAway(event);
            }
        }
        if (fact instanceof WorkFact.OnTask onTask) {
            tickets.ledger(onTask.task()).add(event);
        }
        if (fact instanceof WorkFact.SentBack sent) {
            tickets.sendBack(event, sent);
        }
    }

    /** What was put away and may be concerned by an operator's move comes back. */
    private void bringBack(Moves own, Event move) {
        for (ArchivedTask away : own.archivedAround(move)) {
            tickets.ledger(away.state().id());
        }
    }

    private void applyPlan(Event event, PlanFact fact) {
        if (!master.put(event, fact)) {
            return;
        }
        if (fact instanceof PlanFact.JobReleased released) {
            tickets.plan(released.job());
        } else if (fact instanceof PlanFact.TaskCancelled cancelled) {
            tickets.ledger(cancelled.task()).add(event);
        }
    }

    /** A correction changed what an event counts: everything it touches is folded again. */
    private void refoldFor(Event correction, Correction fact) {
        Event event = log.event(fact.target());
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
            Moves own = book.moves(operator);
            bringBack(own, event);
            own.reconsider(event);
        }
        TaskId task = taskOf(event);
        if (event.fact() instanceof WorkFact.SentBack sent) {
            tickets.resend(event, sent);
        } else if (task != null) {
            tickets.ledger(task).refoldFrom(event);
        }
    }

    static @Nullable TaskId taskOf(Event event) {
        return switch (event.fact()) {
            case WorkFact.OnTask fact -> fact.task();
            case PlanFact.TaskCancelled fact -> fact.task();
            case SessionRule fact -> fact.task();
            default -> null;
        };
    }

    /** An immutable picture of now, for other threads; cheap when little changed since the last. */
    public FloorView view() {
        book.upToDate();
        return new FloorSnapshot(
                tickets.pictures(),
                master.operators().copy(),
                master.stations().copy(),
                master.reasons().copy(),
                log.exceptions(),
                acknowledgements.inForce(corrections));
    }

    @Override
    public Optional<Event> event(EventId id) {
        return Optional.ofNullable(log.event(id));
    }

    @Override
    public boolean voided(EventId id) {
        return corrections.voided(id);
    }

    @Override
    public Collection<Job> jobs() {
        return master.jobs().copy().values();
    }

    @Override
    public Optional<Job> job(String ticket) {
        return master.jobs().get(ticket);
    }

    @Override
    public Optional<TaskState> task(TaskId id) {
        return Optional.ofNullable(tickets.state(id));
    }

    @Override
    public Collection<TaskState> tasks() {
        return view().tasks();
    }

    @Override
    public List<Session> openSessions(OperatorCode operator) {
        book.upToDate();
        return book.moves(operator).open().stream()
                .flatMap(ledger -> ledger.state().openSession(operator).stream())
                .sorted(FloorSnapshot.ACTIVE_FIRST_NEWEST_FIRST)
                .toList();
    }

    @Override
    public Optional<Operator> operator(OperatorCode code) {
        return master.operators().get(code);
    }

    @Override
    public Collection<Operator> operators() {
        return master.operators().copy().values();
    }

    @Override
    public Optional<Station> station(StationCode code) {
        return master.stations().get(code);
    }

    @Override
    public Collection<Station> stations() {
        return master.stations().copy().values();
    }

    @Override
    public List<Reason> reasons(Reason.Kind kind) {
        return view().reasons(kind);
    }

    @Override
    public Optional<JobFlow> flow(String ticket) {
        return Optional.ofNullable(tickets.picture(ticket)).map(JobPicture::flow);
    }

    @Override
    public List<FloorException> exceptions() {
        return view().exceptions();
    }
}
