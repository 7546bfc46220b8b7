package stint.station.store;

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
 * @param tasks whose sessions have changed
 */
record StoreBatch(
        Map<String, Long> followed, List<StoredEvent> events, Collection<TaskState> tasks) {}
