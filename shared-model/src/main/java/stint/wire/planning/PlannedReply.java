package stint.wire.planning;

import java.util.List;

/**
 * What the office asked for is written.
 *
 * @param code what it is about: ticket, order, graph, task
 * @param events what was written, in order; empty where all was so already
 * @param position the feed's position that includes them
 */
public record PlannedReply(String code, List<String> events, long position) {

    /** Copies the lists. */
    public PlannedReply {
        events = List.copyOf(events);
    }
}
