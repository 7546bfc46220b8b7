package stint.wire;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;

import java.util.Optional;

/**
 * An event as it is kept and sent: the exact bytes its recorder wrote, and what they mean, where
 * this release understands them. Treat the bytes as read-only.
 */
public final class StoredEvent {

    private final EventId id;
    private final byte[] body;
    private final @Nullable Event event;

    private StoredEvent(EventId id, byte[] body, @Nullable Event event) {
        this.id = id;
        this.body = body;
        this.event = event;
    }

    /** Encodes an event that was just recorded; this happens once in an event's life. */
    public static StoredEvent recorded(Event event) {
        return new StoredEvent(event.id(), EventCodec.encode(event), event);
    }

    /**
     * Reads an event's bytes. One of a newer release is taken too, without its meaning: a bench
     * that was updated before its server loses nothing, and nothing behind it waits (SY-2, EX-1).
     *
     * @throws UnreadableEventException when they are no event, or make no sense of a type and
     *     version that we know
     */
    public static StoredEvent read(byte[] body) throws UnreadableEventException {
        try {
            Event event = EventCodec.decode(body);
            return new StoredEvent(event.id(), body, event);
        } catch (UnreadableEventException e) {
            if (e.kind() != UnreadableEventException.Kind.MALFORMED) {
                return new StoredEvent(e.id().orElseThrow(() -> e), body, null);
            }
            throw e;
        }
    }

    /** Which event. */
    public EventId id() {
        return id;
    }

    /** The exact bytes; not a copy. */
    public byte[] body() {
        return body;
    }

    /** What happened; empty while it waits in quarantine for a release that can read it (EX-1). */
    public Optional<Event> event() {
        return Optional.ofNullable(event);
    }
}
