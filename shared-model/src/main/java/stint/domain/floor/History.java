package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;

import java.util.Collection;
import java.util.Optional;

/**
 * The stored log, for a fold that lets go of what is long settled ({@link FloorFold#FloorFold(
 * History, java.time.Duration)}): it asks for events again when a late one, or a correction, speaks
 * of them. An event is stored before it is given to the fold; events stored and not given yet may
 * be among the answers. Where the answer is not at hand it throws; the fold is of no use any more
 * then, so whoever gives it events finds out before ({@link FloorFold#mayAsk}). Called by the
 * fold's own thread, and rarely.
 */
public interface History {

    /** An event by its identity. */
    Optional<Event> event(EventId id);

    /** All events about a task, in any order: work, cancellations and rules of time. */
    Collection<Event> ofTask(TaskId task);

    /**
     * All an operator recorded within a time, on any task or none, in any order.
     *
     * @param fromMillis the earliest clock, as of {@code Hlc.millis}, itself included
     * @param toMillis the latest, itself included
     */
    Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis);
}
