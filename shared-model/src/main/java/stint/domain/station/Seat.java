package stint.domain.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.TaskId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One operator at one bench PC: every sign-on, and where the work between them was done. Which task
 * the work was on is remembered, not the work: what it counts is asked of the task. Used by one
 * thread.
 */
final class Seat {

    private final StationCode bench;
    private final OperatorCode operator;
    private final Part before = new Part();
    private final TreeMap<Event, Part> parts = new TreeMap<>(Event.CANONICAL);
    private final NavigableSet<Event> scrapped = new TreeSet<>(Event.CANONICAL);

    /** What lies between a sign-on and the next. */
    static final class Part {

        private final Map<TaskId, Range> tasks = new HashMap<>();
        private @Nullable StationSession session;

        private void worked(TaskId task, Hlc from, Hlc to) {
            tasks.merge(task, new Range(from, to), Range::with);
        }
    }

    /** Between the first and the last work on a task. */
    record Range(Hlc from, Hlc to) {

        Range with(Range other) {
            return new Range(
                    from.compareTo(other.from) <= 0 ? from : other.from,
                    to.compareTo(other.to) >= 0 ? to : other.to);
        }
    }

    Seat(StationCode bench, OperatorCode operator) {
        this.bench = bench;
        this.operator = operator;
    }

    StationCode bench() {
        return bench;
    }

    OperatorCode operator() {
        return operator;
    }

    /** The operator signed on. */
    void signOn(Event event) {
        Part former = partOf(event);
        Part part = new Part();
        former.tasks.forEach((task, range) -> {
            if (range.to().compareTo(event.hlc()) >= 0) {
                part.worked(task, range.from(), range.to());
            }
        });
        parts.put(event, part);
    }

    private Part partOf(Event event) {
        Map.Entry<Event, Part> part = parts.floorEntry(event);
        return part == null ? before : part.getValue();
    }

    /** The operator made pieces here. */
    void worked(Event event, TaskId task) {
        partOf(event).worked(task, event.hlc(), event.hlc());
    }

    /** Pieces were scrapped here. */
    void scrapped(Event event) {
        scrapped.add(event);
    }

    /** Work on a task, somewhere between two moments. */
    void worked(TaskId task, Hlc from, Hlc to) {
        before.worked(task, from, to);
        parts.forEach((signedOn, part) -> {
            if (signedOn.hlc().compareTo(to) <= 0) {
                part.worked(task, from, to);
            }
        });
    }

    /** What the session comes to in which an event lies is to be asked again. */
    void changedAt(Event event, WorkDone work) {
        Map.Entry<Event, Part> part = parts.floorEntry(event);
        while (part != null) {
            part.getValue().session = null;
            boolean whole = !work.voided(part.getKey()) && !part.getKey().equals(event);
            part = whole ? null : parts.lowerEntry(part.getKey());
        }
    }

    /** What the sessions come to in which a task was worked on is to be asked again. */
    void changedFor(TaskId task) {
        for (Part part : parts.values()) {
            if (part.tasks.containsKey(task)) {
                part.session = null;
            }
        }
    }

    /** The sessions, oldest first. */
    List<StationSession> sessions(Map<EventId, NavigableSet<Event>> facts, WorkDone work) {
        return parts.keySet().stream()
                .filter(signedOn -> !work.voided(signedOn))
                .map(signedOn -> session(signedOn, facts, work))
                .toList();
    }

    private StationSession session(
            Event signedOn, Map<EventId, NavigableSet<Event>> facts, WorkDone work) {
        Part part = partOf(signedOn);
        StationSession known = part.session;
        if (known == null) {
            known = fold(signedOn, factsOf(signedOn, facts), work);
            part.session = known;
        }
        return known;
    }

    private static Collection<Event> factsOf(
            Event signedOn, Map<EventId, NavigableSet<Event>> facts) {
        NavigableSet<Event> own = facts.get(signedOn.id());
        return own == null ? List.of() : own;
    }

    /** Where its work was done, for {@link #worked(TaskId, Hlc, Hlc)}. */
    List<StationExport.OfTask> tasks() {
        List<Part> every = new ArrayList<>(parts.values());
        every.add(before);
        List<StationExport.OfTask> tasks = new ArrayList<>();
        every.forEach(part ->
                part.tasks.forEach((task, range) ->
                        tasks.add(new StationExport.OfTask(task, range.from(), range.to()))));
        return tasks;
    }

    List<Event> scrapped() {
        return List.copyOf(scrapped);
    }

    private StationSession fold(Event signedOn, Collection<Event> facts, WorkDone work) {
        if (!(signedOn.fact() instanceof StationFact.SignedOn fact)) {
            throw new IllegalStateException(signedOn + " is no sign-on");
        }
        StationSessionFold fold = new StationSessionFold(signedOn, operator, fact);
        Event next = next(signedOn, work);
        boolean again = false;
        for (Event event : facts) {
            if (next != null && !again && Event.CANONICAL.compare(next, event) < 0) {
                fold.signedOnAgain(next);
                again = true;
            }
            if (Event.CANONICAL.compare(signedOn, event) < 0 && !work.voided(event)) {
                fold.apply(event);
            }
        }
        if (next != null && !again) {
            fold.signedOnAgain(next);
        }
        return fold.session(counters(signedOn, next, fold.stretch(), work));
    }

    private @Nullable Event next(Event signedOn, WorkDone work) {
        for (Event later : parts.tailMap(signedOn, false).keySet()) {
            if (!work.voided(later)) {
                return later;
            }
        }
        return null;
    }

    private Counters counters(
            Event signedOn, @Nullable Event next, Stretch stretch, WorkDone work) {
        Set<TaskId> tasks = new HashSet<>();
        Map<Event, Part> own =
                next == null ? parts.tailMap(signedOn, true) : parts.subMap(signedOn, next);
        own.values().forEach(part -> tasks.addAll(part.tasks.keySet()));
        Stretch bounded = stretch.endingBy(next);
        long good = 0;
        for (TaskId task : tasks) {
            good += work.good(task, operator, bench, bounded);
        }
        long scrap =
                scrapped.tailSet(signedOn, false).stream()
                        .takeWhile(event -> bounded.holds(event.hlc(), event.id()))
                        .filter(event -> !work.voided(event))
                        .mapToLong(work::quantity)
                        .sum();
        return new Counters(good, scrap);
    }
}
