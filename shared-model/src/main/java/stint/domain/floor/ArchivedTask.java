package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.work.TaskState;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A task that was put away: done or cancelled, nobody at it, and nothing new for days. What it came
 * to is kept, its events are in the history.
 *
 * @param state what it came to
 * @param fromMillis the clock of its first event, as of {@code Hlc.millis}
 * @param toMillis the clock of the last one that counted in it, another task's included
 */
public record ArchivedTask(TaskState state, long fromMillis, long toMillis) {

    /** Packs the state. */
    public ArchivedTask {
        state = state.packed();
    }

    /** Whether something was, or may have been, going on here at the time of an event. */
    boolean covers(Event event) {
        long millis = event.hlc().millis();
        return fromMillis <= millis && millis <= toMillis;
    }

    /** Who worked here. */
    Set<OperatorCode> operators() {
        return state.sessions().stream()
                .map(session -> session.core().operator())
                .collect(Collectors.toSet());
    }
}
