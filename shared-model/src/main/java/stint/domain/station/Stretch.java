package stint.domain.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;

/**
 * A part of the common order.
 *
 * @param after the last event before it
 * @param last its last event; absent when it goes on
 */
public record Stretch(Event after, @Nullable Event last) {

    /** Whether an event lies in it. */
    public boolean holds(Hlc hlc, EventId id) {
        return compare(hlc, id, after) > 0 && (last == null || compare(hlc, id, last) <= 0);
    }

    /** The same, no longer than to another event. */
    Stretch endingBy(@Nullable Event limit) {
        boolean shorter =
                limit != null && (last == null || Event.CANONICAL.compare(limit, last) < 0);
        return shorter ? new Stretch(after, limit) : this;
    }

    private static int compare(Hlc hlc, EventId id, Event event) {
        int byClock = hlc.compareTo(event.hlc());
        return byClock != 0 ? byClock : id.compareTo(event.id());
    }
}
