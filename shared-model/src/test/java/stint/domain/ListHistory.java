package stint.domain;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.floor.History;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A stored log that is a list; looks at all of it each time, and counts how often. */
final class ListHistory implements History {

    private final List<Event> stored;
    private long asked;

    ListHistory(List<Event> stored) {
        this.stored = stored;
    }

    long asked() {
        return asked;
    }

    @Override
    public Optional<Event> event(EventId id) {
        asked++;
        return stored.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    @Override
    public Collection<Event> ofTask(TaskId task) {
        asked++;
        return stored.stream().filter(event -> isAbout(event, task)).toList();
    }

    private static boolean isAbout(Event event, TaskId task) {
        return switch (event.fact()) {
            case WorkFact.OnTask fact -> fact.task().equals(task);
            case PlanFact.TaskCancelled fact -> fact.task().equals(task);
            case SessionRule fact -> fact.task().equals(task);
            default -> false;
        };
    }

    @Override
    public Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        asked++;
        return stored.stream()
                .filter(event ->
                        operator.equals(event.operator())
                                && event.hlc().millis() >= fromMillis
                                && event.hlc().millis() <= toMillis)
                .toList();
    }
}
