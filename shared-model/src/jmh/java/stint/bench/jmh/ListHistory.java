package stint.bench.jmh;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.floor.History;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A stored log in memory, without an index: asked rarely, and then slow. */
record ListHistory(List<Event> stored) implements History {

    @Override
    public Optional<Event> event(EventId id) {
        return stored.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    @Override
    public Collection<Event> ofTask(TaskId task) {
        return stored.stream().filter(event -> task.equals(event.task())).toList();
    }

    @Override
    public Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        return stored.stream()
                .filter(event -> operator.equals(event.operator()))
                .filter(event ->
                        event.hlc().millis() >= fromMillis && event.hlc().millis() <= toMillis)
                .toList();
    }
}
