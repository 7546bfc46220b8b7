package stint.sync;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.floor.History;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A log's history, and before it some events that are not in the log yet. Used by one thread. */
final class AheadHistory implements History {

    private final History log;
    private List<Event> ahead;

    AheadHistory(History log, List<Event> ahead) {
        this.log = log;
        this.ahead = ahead;
    }

    /** The log has them now. */
    void kept() {
        ahead = List.of();
    }

    @Override
    public Optional<Event> event(EventId id) {
        Optional<Event> found = ahead.stream().filter(event -> event.id().equals(id)).findFirst();
        return found.isPresent() ? found : log.event(id);
    }

    @Override
    public Collection<Event> ofTask(TaskId task) {
        return with(log.ofTask(task), event -> task.equals(event.task()));
    }

    @Override
    public Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        return with(
                log.ofOperator(operator, fromMillis, toMillis),
                event ->
                        operator.equals(event.operator())
                                && event.hlc().millis() >= fromMillis
                                && event.hlc().millis() <= toMillis);
    }

    private Collection<Event> with(Collection<Event> found, Predicate<Event> wanted) {
        if (ahead.isEmpty()) {
            return found;
        }
        List<Event> all = new ArrayList<>(found);
        ahead.stream()
                .filter(wanted)
                .filter(event -> found.stream().noneMatch(one -> one.id().equals(event.id())))
                .forEach(all::add);
        return all;
    }
}
