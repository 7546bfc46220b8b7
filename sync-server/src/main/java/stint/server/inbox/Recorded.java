package stint.server.inbox;

import stint.domain.event.EventId;

import java.util.List;

/**
 * What the server wrote to its own log.
 *
 * @param events in order
 * @param position the feed's position that includes them
 */
public record Recorded(List<EventId> events, long position) {

    /** Copies the list. */
    public Recorded {
        events = List.copyOf(events);
    }
}
