package stint.domain.work;

import stint.domain.event.Event;
import stint.domain.event.EventId;

import java.util.Optional;

/** The floor with its log, as {@code decide} needs it: corrections speak of single events. */
public interface Floor extends FloorView {

    /** An event by its identity. */
    Optional<Event> event(EventId id);

    /** Whether the event counts no more (EV-5). */
    boolean voided(EventId id);
}
