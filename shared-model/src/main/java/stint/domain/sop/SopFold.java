package stint.domain.sop;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.RunFact;
import stint.domain.event.SopFact;
import stint.domain.event.StationCode;
import stint.domain.event.WorkFact;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fold over SOPs and work sessions. Events come in any order; the same set gives the same state
 * (EV-3, EV-4). It takes each event once. Used by one thread.
 */
public final class SopFold {

    private static final NavigableSet<Event> NONE =
            Collections.unmodifiableNavigableSet(new TreeSet<>(Event.CANONICAL));

    private final Amendments amendments;
    private final Map<String, NavigableSet<Event>> office = new TreeMap<>();
    private final Map<String, SopLine> lines = new TreeMap<>();
    private final Map<EventId, Event> starts = new HashMap<>();
    private final Map<EventId, NavigableSet<Event>> facts = new HashMap<>();

    /** What else may set a run aside: by worker, the runs they began and the shifts they ended. */
    private final Map<OperatorCode, NavigableSet<Event>> moves = new HashMap<>();

    private final Map<EventId, WorkSession> known = new HashMap<>();
    private final Set<EventId> changed = new HashSet<>();
    private boolean linesChanged;
    private SopBook book = SopBook.NONE;

    /** A floor without SOPs. */
    public SopFold(Amendments amendments) {
        this.amendments = amendments;
    }

    /** Takes what the office says; from elsewhere it is evidence, and no more. */
    public void define(Event event, SopFact fact) {
        NavigableSet<Event> said =
                office.computeIfAbsent(fact.code(), any -> new TreeSet<>(Event.CANONICAL));
        said.add(event);
        lines.put(
                fact.code(),
                SopLine.of(
                        fact.code(),
                        said.stream()
                                .filter(one -> one.station().equals(StationCode.SERVER))
                                .toList()));
        linesChanged = true;
        starts.forEach((id, start) -> {
            if (start.fact() instanceof RunFact.RunStarted begun
                    && begun.sop().equals(fact.code())) {
                changed.add(id);
            }
        });
    }

    /** Takes what happened in a run. */
    public void add(Event event, RunFact fact) {
        switch (fact) {
            case RunFact.RunStarted started -> {
                OperatorCode worker = event.operator();
                if (worker != null) { // Nobody's run can't be gone on with by anybody.
                    starts.put(event.id(), event);
                    changed.add(event.id());
                    move(event, worker);
                }
            }
            case RunFact.InRun in -> {
                facts.computeIfAbsent(in.run(), any -> new TreeSet<>(Event.CANONICAL)).add(event);
                changed.add(in.run());
            }
        }
    }

    /** Takes the end of a shift (OS-9). */
    public void shiftEnded(Event event) {
        OperatorCode worker = event.operator();
        if (worker != null) {
            move(event, worker);
        }
    }

    private void move(Event event, OperatorCode worker) {
        moves.computeIfAbsent(worker, any -> new TreeSet<>(Event.CANONICAL)).add(event);
        reconsiderMove(event, worker);
    }

    /** The runs that began before it and were not over by then may be set aside by it. */
    private void reconsiderMove(Event event, OperatorCode worker) {
        for (Event start : moves.getOrDefault(worker, NONE).headSet(event, false)) {
            if (start.fact() instanceof RunFact.RunStarted) {
                WorkSession session = known.get(start.id());
                boolean over =
                        session != null
                                && !session.open()
                                && Event.CANONICAL.compare(last(start), event) < 0;
                if (!over) {
                    changed.add(start.id());
                }
            }
        }
    }

    private Event last(Event start) {
        NavigableSet<Event> own = facts.getOrDefault(start.id(), NONE);
        return own.isEmpty() ? start : own.last();
    }

    /** An event counts otherwise than before, or no more (EV-5). */
    public void reconsider(Event event) {
        OperatorCode worker = event.operator();
        if (event.fact() instanceof RunFact.InRun in) {
            changed.add(in.run());
        } else if (event.fact() instanceof RunFact.RunStarted) {
            changed.add(event.id());
        }
        boolean move =
                event.fact() instanceof RunFact.RunStarted
                        || event.fact() instanceof WorkFact.ShiftEnded;
        if (move && worker != null) {
            reconsiderMove(event, worker);
        }
    }

    /** Everything as it is now; the same until something changes. */
    public SopBook book() {
        if (!changed.isEmpty() || linesChanged) {
            Set<OperatorCode> workers = new HashSet<>();
            for (EventId id : changed) {
                Event start = starts.get(id);
                if (start != null && start.fact() instanceof RunFact.RunStarted fact) {
                    OperatorCode worker = Objects.requireNonNull(start.operator());
                    known.put(id, fold(start, worker, fact));
                    workers.add(worker);
                }
            }
            Map<OperatorCode, List<WorkSession>> byWorker = new TreeMap<>(book.byWorker());
            for (OperatorCode worker : workers) {
                byWorker.put(worker, sessionsOf(worker));
            }
            changed.clear();
            linesChanged = false;
            book =
                    new SopBook(
                            Collections.unmodifiableMap(new TreeMap<>(lines)),
                            Collections.unmodifiableMap(byWorker));
        }
        return book;
    }

    private List<WorkSession> sessionsOf(OperatorCode worker) {
        return moves.getOrDefault(worker, NONE).stream()
                .map(move -> known.get(move.id()))
                .filter(Objects::nonNull)
                .sorted(SopBook.NEWEST_FIRST)
                .toList();
    }

    private WorkSession fold(Event start, OperatorCode worker, RunFact.RunStarted fact) {
        NavigableSet<Event> own = facts.getOrDefault(start.id(), NONE);
        NavigableSet<Event> events = new TreeSet<>(Event.CANONICAL);
        events.addAll(own);
        events.addAll(moves.getOrDefault(worker, NONE).tailSet(start, false));
        return new RunFold(start, worker, fact, own, amendments, lines.get(fact.sop()))
                .fold(events);
    }

    /** All that it knows, for {@link #restore}. */
    public List<Event> export() {
        Set<Event> all = new TreeSet<>(Event.CANONICAL);
        Stream.of(office.values(), facts.values(), moves.values())
                .flatMap(Collection::stream)
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    /** Goes on from an export; to be called first. */
    public void restore(List<Event> exported) {
        for (Event event : exported) {
            switch (event.fact()) {
                case SopFact fact -> define(event, fact);
                case RunFact fact -> add(event, fact);
                case WorkFact.ShiftEnded ended -> shiftEnded(event);
                default -> {
                    // An export has nothing else.
                }
            }
        }
    }
}
