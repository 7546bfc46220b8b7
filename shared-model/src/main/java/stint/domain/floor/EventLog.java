package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.work.FloorException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which events a fold was given, and where to find them: here, or in the history those that were
 * let go of. Used by one thread.
 */
final class EventLog {

    private final @Nullable History history;
    private final Map<StationCode, StationLedger> stations = new HashMap<>();

    EventLog(@Nullable History history) {
        this.history = history;
    }

    /** Whether events can be let go of. */
    boolean hasHistory() {
        return history != null;
    }

    /** Takes note of an event; false when it was taken before. */
    boolean take(Event event) {
        return station(event.station()).take(event);
    }

    void quarantine(EventId id) {
        station(id.station()).quarantine(id);
    }

    private StationLedger station(StationCode code) {
        StationLedger known = stations.get(code);
        if (known == null) {
            known = new StationLedger(code);
            stations.put(code, known);
        }
        return known;
    }

    /** An event that was taken; absent when it was not. */
    @Nullable Event event(EventId id) {
        Event here = atHand(id);
        if (here != null || history == null || !isTaken(id)) {
            return here;
        }
        return history.event(id).orElse(null);
    }

    /** An event that was taken and not let go of. */
    @Nullable Event atHand(EventId id) {
        StationLedger station = stations.get(id.station());
        return station == null ? null : station.event(id);
    }

    /** Whether an event was taken, and understood. */
    boolean isTaken(EventId id) {
        StationLedger station = stations.get(id.station());
        return station != null && station.holds(id);
    }

    /** Lets go of an event; the history has it. */
    void letGo(Event event) {
        if (history != null) {
            station(event.station()).letGo(event.id());
        }
    }

    /** The events of a task that was put away, in canonical order. */
    List<Event> ofTask(TaskId task) {
        return history == null ? List.of() : taken(history.ofTask(task));
    }

    /** An operator's moves within a time, from the history, in canonical order. */
    List<Event> moves(OperatorCode operator, long fromMillis, long toMillis) {
        if (history == null) {
            return List.of();
        }
        List<Event> moves = taken(history.ofOperator(operator, fromMillis, toMillis));
        moves.removeIf(event -> !(event.fact() instanceof WorkFact fact && Moves.isMove(fact)));
        return moves;
    }

    private List<Event> taken(Collection<Event> stored) {
        List<Event> taken = new ArrayList<>(stored);
        taken.removeIf(event -> !isTaken(event.id()));
        taken.sort(Event.CANONICAL);
        return taken;
    }

    /** What the stations' own sequences tell, by station. */
    List<FloorException> exceptions() {
        List<FloorException> exceptions = new ArrayList<>();
        new TreeMap<>(stations).values().forEach(ledger -> ledger.addTo(exceptions));
        return exceptions;
    }

    List<FoldExport.OfStation> stations() {
        return new TreeMap<>(stations).values().stream().map(StationLedger::export).toList();
    }

    /** The events at hand. */
    List<Event> all() {
        return stations.values().stream().flatMap(station -> station.events().stream()).toList();
    }

    void restore(FoldExport exported) {
        exported.stations()
                .forEach(station -> stations.put(station.station(), new StationLedger(station)));
        exported.held().forEach(event -> station(event.station()).hold(event));
    }
}
