package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;
import stint.domain.plan.StationTrust;
import stint.domain.planning.Held;
import stint.domain.planning.Planning;
import stint.domain.sop.SopBook;
import stint.domain.station.StationSessions;
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

    private final Parts parts;
    private final Routing routing;
    private final long keepMillis;
    private long nextSweepMillis = Long.MIN_VALUE;
    private boolean keepsAll;

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
        this.parts = Parts.on(log);
        this.routing = new Routing(parts);
        this.keepMillis = keep.toMillis();
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
        parts.restore(exported);
        return this;
    }

    /** All that it knows, for {@link #of(FoldExport, History, Duration)}. */
    public FoldExport export() {
        return parts.export();
    }

    /**
     * Takes an event.
     *
     * @return false when it was known already and nothing changed
     */
    public boolean apply(Event event) {
        if (!parts.log().take(event)) {
            return false;
        }
        parts.tickets().seen(event.hlc().millis());
        routing.apply(event);
        sweep();
        return true;
    }

    /** While a log is read again: nothing is put away before all of it is known, or it is again. */
    public void keepAll(boolean nowKeepsAll) {
        keepsAll = nowKeepsAll;
    }

    /**
     * Whether taking these events may make it ask its history. It says yes too often, never no
     * where it asks.
     *
     * @param events as they come, in this order
     */
    public boolean mayAsk(Collection<Event> events) {
        if (!parts.log().hasHistory()) {
            return false;
        }
        long newest = parts.tickets().newestMillis();
        for (Event event : events) {
            newest = Math.max(newest, event.hlc().millis());
        }
        long swept = parts.tickets().sweptMillis();
        long before = keepsAll ? swept : Math.max(swept, newest - keepMillis);
        Asking asking = new Asking(parts.log(), parts.tickets(), before);
        return events.stream().anyMatch(asking::mayAsk);
    }

    /** Folds all that waits to be folded until somebody looks. */
    public void upToDate() {
        parts.book().upToDate();
    }

    private void sweep() {
        long newest = parts.tickets().newestMillis();
        if (!keepsAll && parts.log().hasHistory() && newest >= nextSweepMillis) {
            nextSweepMillis = newest + keepMillis / SWEEPS_PER_KEEP;
            parts.tickets().putAway(newest - keepMillis);
        }
    }

    /**
     * Takes note of an event that is stored and can't be read by this version: it delays nothing
     * behind it, and a person sees that it is there (EV-3, EX-1).
     */
    public void quarantine(EventId id) {
        parts.log().quarantine(id);
    }

    /** An immutable picture of now, for other threads; cheap when little changed since the last. */
    public FloorView view() {
        parts.book().upToDate();
        return new FloorSnapshot(
                parts.tickets().pictures(),
                parts.master().operators().copy(),
                parts.master().stations().copy(),
                parts.master().reasons().copy(),
                parts.master().consents().copy(),
                parts.stations().sessions(),
                parts.sops().book(),
                parts.master().trust().copy(),
                parts.master().planned().planning(),
                parts.log().exceptions(),
                parts.acknowledgements().inForce(parts.corrections()));
    }

    @Override
    public Optional<Event> event(EventId id) {
        return Optional.ofNullable(parts.log().event(id));
    }

    @Override
    public List<Event> recorded(TaskId task) {
        return parts.tickets().recorded(task);
    }

    @Override
    public List<Event> corrections(EventId id) {
        return List.copyOf(parts.corrections().about(id));
    }

    @Override
    public boolean voided(EventId id) {
        return parts.corrections().voided(id);
    }

    @Override
    public int quantity(Event event) {
        return parts.corrections().quantity(event);
    }

    @Override
    public Collection<Job> jobs() {
        return parts.master().jobs().copy().values();
    }

    @Override
    public Optional<Job> job(String ticket) {
        return parts.master().jobs().get(ticket);
    }

    @Override
    public Optional<TaskState> task(TaskId id) {
        return Optional.ofNullable(parts.tickets().state(id));
    }

    @Override
    public Collection<TaskState> tasks() {
        return view().tasks();
    }

    @Override
    public List<Session> openSessions(OperatorCode operator) {
        parts.book().upToDate();
        return parts.book().moves(operator).open().stream()
                .flatMap(ledger -> ledger.state().openSession(operator).stream())
                .sorted(FloorSnapshot.ACTIVE_FIRST_NEWEST_FIRST)
                .toList();
    }

    @Override
    public Optional<Operator> operator(OperatorCode code) {
        return parts.master().operators().get(code);
    }

    @Override
    public Optional<String> publicName(OperatorCode code) {
        return Consent.name(parts.master().consents().get(code).orElse(null), operator(code));
    }

    @Override
    public Optional<Product> product(String code) {
        return Optional.ofNullable(planning().products().get(code)).map(Held::value);
    }

    @Override
    public Collection<Operator> operators() {
        return parts.master().operators().copy().values();
    }

    @Override
    public Optional<Station> station(StationCode code) {
        return parts.master().stations().get(code);
    }

    @Override
    public Collection<Station> stations() {
        return parts.master().stations().copy().values();
    }

    @Override
    public StationSessions stationSessions() {
        return parts.stations().sessions();
    }

    @Override
    public SopBook sops() {
        return parts.sops().book();
    }

    @Override
    public Optional<StationTrust> trust(StationCode station) {
        return Optional.ofNullable(parts.master().trust().get(station));
    }

    @Override
    public Collection<StationTrust> trust() {
        return parts.master().trust().copy().values();
    }

    @Override
    public Planning planning() {
        return parts.master().planned().planning();
    }

    @Override
    public List<Reason> reasons(Reason.Kind kind) {
        return view().reasons(kind);
    }

    @Override
    public Optional<JobFlow> flow(String ticket) {
        return Optional.ofNullable(parts.tickets().picture(ticket)).map(JobPicture::flow);
    }

    @Override
    public List<FloorException> exceptions() {
        return view().exceptions();
    }
}
