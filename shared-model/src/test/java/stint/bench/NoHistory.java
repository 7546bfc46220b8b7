package stint.bench;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.floor.History;

import java.util.Collection;
import java.util.Optional;

/** A history that nobody may ask: the run shows that what comes in order needs none. */
final class NoHistory implements History {

    @Override
    public Optional<Event> event(EventId id) {
        throw new IllegalStateException("asked for " + id);
    }

    @Override
    public Collection<Event> ofTask(TaskId task) {
        throw new IllegalStateException("asked for " + task);
    }

    @Override
    public Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        throw new IllegalStateException("asked for the moves of " + operator);
    }
}
