package stint.domain.floor;

import stint.domain.event.Event;

import java.util.Collections;
import java.util.List;

/** Lists of events kept in canonical order. */
final class Ordered {

    private Ordered() {}

    /** Puts an event in its place; at the end when it is the latest, as it nearly always is. */
    static void insert(List<Event> events, Event event) {
        events.add(after(events, event), event);
    }

    /** The index of the first event after the given one. */
    static int after(List<Event> events, Event event) {
        if (events.isEmpty() || Event.CANONICAL.compare(events.getLast(), event) <= 0) {
            return events.size();
        }
        int found = Collections.binarySearch(events, event, Event.CANONICAL);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The index of the first event that is the given one or after it. */
    static int firstNotBefore(List<Event> events, Event event) {
        int after = after(events, event);
        return after > 0 && Event.CANONICAL.compare(events.get(after - 1), event) == 0
                ? after - 1
                : after;
    }
}
