package stint.station.store;

import stint.domain.event.EventId;
import stint.domain.station.StationSession;
import stint.domain.work.TaskState;
import stint.wire.StoredEvent;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is written in one transaction.
 *
 * @param followed for each journal, the last record that is in the store with this batch
 * @param events may hold events the store has already
 * @param changes what the events before came to
 */
record StoreBatch(Map<String, Long> followed, List<StoredEvent> events, Changes changes) {

    /**
     * What is otherwise than the store has it.
     *
     * @param tasks whose sessions have changed
     * @param stations the station sessions that have changed
     * @param gone the station sessions that are no more
     */
    record Changes(
            Collection<TaskState> tasks,
            Collection<StationSession> stations,
            Collection<EventId> gone) {

        /** Nothing. */
        static final Changes NONE = new Changes(List.of(), List.of(), List.of());

        boolean isEmpty() {
            return tasks.isEmpty() && stations.isEmpty() && gone.isEmpty();
        }
    }
}
