package stint.domain.work;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.TaskId;

import java.util.List;
import java.util.Optional;

/** The floor with its log, as {@code decide} needs it: corrections speak of single events. */
public interface Floor extends FloorView {

    /** An event by its identity. */
    Optional<Event> event(EventId id);

    /**
     * What was recorded on a task, in canonical order: also what was taken back. For exports; it
     * may be read from disk.
     */
    List<Event> recorded(TaskId task);

    /** What was said about an event afterwards, in canonical order (EV-5). */
    List<Event> corrections(EventId id);

    /** Whether the event counts no more (EV-5). */
    boolean voided(EventId id);

    /** The pieces an event counts, after the latest correction (EV-5); 0 where it counts none. */
    int quantity(Event event);
}
