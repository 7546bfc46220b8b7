package stint.domain.station;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fold over what happened at stations (DOMAIN §8). Events come in any order; the same set gives
 * the same state (EV-3, EV-4). It takes each event once, and keeps none of the work. Used by one
 * thread.
 */
public final class StationFold {

    private static final Comparator<StationSession> OLDEST_FIRST =
            Comparator.<StationSession, Instant>comparing(StationSession::openedAt)
                    .thenComparing(StationSession::id);

    private record Place(StationCode bench, OperatorCode operator) {}

    private final WorkDone work;
    private final Map<Place, Seat> seats = new HashMap<>();
    private final Map<StationCode, List<Seat>> benches = new HashMap<>();
    private final Map<EventId, NavigableSet<Event>> facts = new HashMap<>();
    private final Map<EventId, Event> signedOn = new HashMap<>();
    private final Map<TaskId, Set<Seat>> workers = new HashMap<>();
    private final Set<StationCode> changed = new HashSet<>();
    private StationSessions picture = StationSessions.NONE;

    /** A floor where nobody has signed on yet. */
    public StationFold(WorkDone work) {
        this.work = work;
    }

    /** Takes a station fact. */
    public void add(Event event, StationFact fact) {
        switch (fact) {
            case StationFact.SignedOn on -> signOn(event);
            case StationFact.InSession in -> note(in.session(), event);
            case StationFact.Closed closed ->
                    closed.sessions().forEach(session -> note(session, event));
        }
    }

    private void signOn(Event event) {
        OperatorCode operator = event.operator();
        if (operator == null) {
            return; // Nobody can't sit anywhere.
        }
        signedOn.put(event.id(), event);
        Seat seat = seat(event.station(), operator);
        seat.signOn(event);
        changedAt(seat, event);
    }

    private void note(EventId session, Event event) {
        facts.computeIfAbsent(session, any -> new TreeSet<>(Event.CANONICAL)).add(event);
        changed(session);
    }

    private void changed(EventId session) {
        Event opened = signedOn.get(session);
        if (opened != null && opened.operator() != null) {
            changedAt(seat(opened.station(), opened.operator()), opened);
        }
    }

    private void changedAt(Seat seat, Event event) {
        seat.changedAt(event, work);
        changed.add(seat.bench());
    }

    private Seat seat(StationCode bench, OperatorCode operator) {
        Place place = new Place(bench, operator);
        Seat known = seats.get(place);
        if (known == null) {
            known = new Seat(bench, operator);
            seats.put(place, known);
            benches.computeIfAbsent(bench, any -> new ArrayList<>()).add(known);
        }
        return known;
    }

    /** Takes note of pieces that were made. */
    public void worked(Event event, OperatorCode operator, WorkFact.Counted fact) {
        Seat seat = seat(event.station(), operator);
        seat.worked(event, fact.task());
        workers.computeIfAbsent(fact.task(), any -> new HashSet<>(2)).add(seat);
        if (fact instanceof WorkFact.Scrapped) {
            seat.scrapped(event);
        }
        changedBy(seat, event, fact);
    }

    /** A serial counts once at a task, whoever named it: all who worked there may count less. */
    private void changedBy(Seat seat, Event event, WorkFact.Counted fact) {
        changedAt(seat, event);
        if (!fact.serials().isEmpty()) {
            for (Seat other : workers.getOrDefault(fact.task(), Set.of())) {
                other.changedFor(fact.task());
                changed.add(other.bench());
            }
        }
    }

    /** An event counts otherwise than before, or no more (EV-5). */
    public void reconsider(Event event) {
        switch (event.fact()) {
            case StationFact.SignedOn on -> changed(event.id());
            case StationFact.InSession in -> changed(in.session());
            case StationFact.Closed closed -> closed.sessions().forEach(this::changed);
            case WorkFact.Counted fact -> {
                if (event.operator() != null) {
                    changedBy(seat(event.station(), event.operator()), event, fact);
                }
            }
            default -> {
                // Nothing else is heeded here.
            }
        }
    }

    /** All sessions as they are now; the same until something changes. */
    public StationSessions sessions() {
        if (!changed.isEmpty()) {
            Map<StationCode, List<StationSession>> byBench = new TreeMap<>(picture.byBench());
            for (StationCode bench : changed) {
                List<StationSession> sessions =
                        benches.getOrDefault(bench, List.of()).stream()
                                .flatMap(seat -> seat.sessions(facts, work).stream())
                                .sorted(OLDEST_FIRST)
                                .toList();
                if (sessions.isEmpty()) {
                    byBench.remove(bench);
                } else {
                    byBench.put(bench, sessions);
                }
            }
            changed.clear();
            picture = new StationSessions(Collections.unmodifiableMap(byBench));
        }
        return picture;
    }

    /** All that it knows, for {@link #restore}. */
    public StationExport export() {
        Set<Event> all = new TreeSet<>(Event.CANONICAL);
        all.addAll(signedOn.values());
        facts.values().forEach(all::addAll);
        return new StationExport(
                List.copyOf(all),
                seats.values().stream()
                        .map(seat ->
                                new StationExport.OfSeat(
                                        seat.bench(),
                                        seat.operator(),
                                        seat.tasks(),
                                        seat.scrapped()))
                        .toList());
    }

    /** Goes on from an export; to be called first. */
    public void restore(StationExport exported) {
        for (Event event : exported.facts()) {
            if (event.fact() instanceof StationFact fact) {
                add(event, fact);
            }
        }
        for (StationExport.OfSeat kept : exported.seats()) {
            Seat seat = seat(kept.bench(), kept.operator());
            for (StationExport.OfTask task : kept.tasks()) {
                seat.worked(task.task(), task.from(), task.to());
                workers.computeIfAbsent(task.task(), any -> new HashSet<>(2)).add(seat);
            }
            kept.scrapped().forEach(seat::scrapped);
            changed.add(kept.bench());
        }
    }
}
