package stint.domain.planning;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;

import java.time.Instant;

/**
 * Something as it holds now.
 *
 * @param value what
 * @param version the event that made it so: who changes it says which version they saw
 * @param since when that was
 * @param by who did it; absent for the office's own programs
 */
public record Held<V>(V value, EventId version, Instant since, @Nullable OperatorCode by) {

    /** As an event made it. */
    public static <V> Held<V> by(Event event, V value) {
        return new Held<>(value, event.id(), event.time(), event.operator());
    }
}
