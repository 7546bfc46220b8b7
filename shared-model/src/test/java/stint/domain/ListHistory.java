package stint.domain;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.floor.History;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A stored log that is a list; looks at all of it each time, and counts how often and how much. */
final class ListHistory implements History {

    private final List<Event> stored;
    private long asked;
    private long given;

    ListHistory(List<Event> stored) {
        this.stored = stored;
    }

    long asked() {
        return asked;
    }

    /** How many events it gave. */
    long given() {
        return given;
    }

    private Collection<Event> given(Collection<Event> found) {
        given += found.size();
        return found;
    }

    @Override
    public Optional<Event> event(EventId id) {
        asked++;
        return stored.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    @Override
    public Collection<Event> ofTask(TaskId task) {
        asked++;
        return given(stored.stream().filter(event -> task.equals(event.task())).toList());
    }

    @Override
    public Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        asked++;
        return given(
                stored.stream()
                        .filter(event ->
                                operator.equals(event.operator())
                                        && event.hlc().millis() >= fromMillis
                                        && event.hlc().millis() <= toMillis)
                        .toList());
    }
}
