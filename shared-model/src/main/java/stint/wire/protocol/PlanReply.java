package stint.wire.protocol;

import java.util.List;

/**
 * What the server recorded in its own log.
 *
 * @param events their identities, in order ({@code @server.1.7})
 * @param position the feed's position that includes them
 */
public record PlanReply(List<String> events, long position) {

    /** Copies the list. */
    public PlanReply {
        events = List.copyOf(events);
    }
}
