package stint.station.store;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.station.StationSession;
import stint.domain.work.FloorView;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of the floor is in the database already, and what is to be written. Used by one thread. */
final class Written {

    private static final int BATCH_MAX = 200;

    private final Map<TaskId, TaskState> tasks = new HashMap<>();
    private final Map<EventId, StationSession> stations = new HashMap<>();

    /** Nothing is: the database is new. */
    void clear() {
        tasks.clear();
        stations.clear();
    }

    /** Some of what differs from the floor; empty when nothing does. */
    StoreBatch.Changes changes(@Nullable FloorView floor) {
        if (floor == null) {
            return StoreBatch.Changes.NONE;
        }
        List<StationSession> changed = new ArrayList<>();
        Set<EventId> gone = new HashSet<>(stations.keySet());
        floor.stationSessions()
                .all()
                .forEach(session -> {
                    gone.remove(session.id());
                    if (changed.size() < BATCH_MAX && !session.equals(stations.get(session.id()))) {
                        changed.add(session);
                    }
                });
        return new StoreBatch.Changes(
                floor.tasks().stream()
                        .filter(task -> !task.equals(tasks.get(task.id())))
                        .limit(BATCH_MAX)
                        .toList(),
                changed,
                gone);
    }

    /** These are in now. */
    void written(StoreBatch.Changes changes) {
        changes.tasks().forEach(task -> tasks.put(task.id(), task));
        changes.stations().forEach(session -> stations.put(session.id(), session));
        stations.keySet().removeAll(changes.gone());
    }
}
