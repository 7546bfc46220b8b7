package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.WorkFact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which events are voided and which quantities corrected (EV-5). A correction may itself be voided,
 * by one that comes after it in canonical order. Used by one thread.
 */
final class Corrections {

    private final Map<EventId, List<Event>> byTarget = new HashMap<>();
    private @Nullable EventId asked;
    private @Nullable List<Event> answer;

    void add(Event event, Correction correction) {
        asked = null;
        Ordered.insert(
                byTarget.computeIfAbsent(correction.target(), any -> new ArrayList<>()), event);
    }

    /** One event is asked about several times in a row. */
    @SuppressWarnings("ReferenceEquality") // Another object with the same content is looked up.
    private @Nullable List<Event> of(EventId id) {
        if (asked != id) {
            answer = byTarget.get(id);
            asked = id;
        }
        return answer;
    }

    /** Whether an event counts no more. */
    boolean voided(EventId id) {
        List<Event> corrections = of(id);
        if (corrections == null) {
            return false;
        }
        for (Event event : corrections) {
            if (event.fact() instanceof Correction.Voided && inForce(event)) {
                return true;
            }
        }
        return false;
    }

    /** The pieces an event counts, after the latest correction in force; 0 when it counts none. */
    int quantity(Event event) {
        if (!(event.fact() instanceof WorkFact.Counted counted)) {
            return 0;
        }
        int quantity = counted.quantity();
        List<Event> corrections = of(event.id());
        if (corrections == null) {
            return quantity;
        }
        for (Event later : corrections) {
            if (later.fact() instanceof Correction.Corrected corrected && !voided(later.id())) {
                quantity = corrected.quantity();
            }
        }
        return quantity;
    }

    /** What was said of an event, in canonical order. */
    List<Event> about(EventId target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** All of them, in no order. */
    List<Event> all() {
        return byTarget.values().stream().flatMap(List::stream).toList();
    }

    /** Only what comes after a void can void it, so that no two can void each other. */
    private boolean inForce(Event voiding) {
        for (Event later : byTarget.getOrDefault(voiding.id(), List.of())) {
            if (later.fact() instanceof Correction.Voided
                    && Event.CANONICAL.compare(later, voiding) > 0
                    && inForce(later)) {
                return false;
            }
        }
        return true;
    }
}
