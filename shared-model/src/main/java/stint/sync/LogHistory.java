package stint.sync;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.floor.History;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The log as the fold asks it, by an index over it. Used by the fold's thread. */
final class LogHistory implements History {

    private final LogIndex index;
    private final Bodies bodies;
    private final Elsewhere elsewhere;

    /** Where the events themselves are. */
    @FunctionalInterface
    interface Bodies {

        /**
         * The events at places of the index that this release can read, in any order.
         *
         * @throws LogUnreadableException when they can't be had
         */
        Collection<Event> at(List<Long> places);
    }

    /** All is here. */
    LogHistory(LogIndex index, Bodies bodies) {
        this(index, bodies, Elsewhere.nothing());
    }

    /**
     * Some is elsewhere.
     *
     * <p>Its answers throw {@link HistoryElsewhereException} where they would not be whole.
     */
    LogHistory(LogIndex index, Bodies bodies, Elsewhere elsewhere) {
        this.index = index;
        this.bodies = bodies;
        this.elsewhere = elsewhere;
    }

    @Override
    public Optional<Event> event(EventId id) {
        OptionalLong place = index.place(id);
        if (place.isEmpty()) {
            elsewhere.require(id);
            return Optional.empty();
        }
        return bodies.at(List.of(place.getAsLong())).stream().findFirst();
    }

    @Override
    public Collection<Event> ofTask(TaskId task) {
        elsewhere.require(task);
        return bodies.at(index.ofTask(task));
    }

    @Override
    public Collection<Event> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        elsewhere.require(operator, fromMillis, toMillis);
        return bodies.at(index.ofOperator(operator, fromMillis, toMillis));
    }
}
