package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.Event;
import stint.domain.work.FloorException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who looked at which exception (EX-1); of several the latest holds. Used by one thread. */
final class Acknowledgements {

    private final Map<String, List<Event>> byException = new HashMap<>();
    private @Nullable Map<String, FloorException.Acknowledgement> inForce;

    void add(Event event, Acknowledged fact) {
        Ordered.insert(
                byException.computeIfAbsent(fact.exception(), any -> new ArrayList<>()), event);
        inForce = null;
    }

    /** A correction came; it may be about one of these. */
    void changed() {
        inForce = null;
    }

    /** By the exception's key; the same map until something changes. */
    Map<String, FloorException.Acknowledgement> inForce(Corrections corrections) {
        Map<String, FloorException.Acknowledgement> known = inForce;
        if (known == null) {
            Map<String, FloorException.Acknowledgement> latest = new HashMap<>();
            byException.forEach((key, events) -> {
                for (Event event : events) {
                    if (event.fact() instanceof Acknowledged fact
                            && !corrections.voided(event.id())) {
                        latest.put(
                                key,
                                new FloorException.Acknowledgement(
                                        event.operator(), event.time(), fact.note()));
                    }
                }
            });
            known = Map.copyOf(latest);
            inForce = known;
        }
        return known;
    }

    /** All of them, in no order. */
    List<Event> all() {
        return byException.values().stream().flatMap(List::stream).toList();
    }
}
