package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;

/**
 * What a replica asks of the log that it does not keep itself: one event, all of a task, or all
 * that an operator recorded within a time. One of the three is there.
 *
 * @param event as {@code BENCH-1.3.42}
 * @param ticket a task's job ticket
 * @param task the task's number in it
 * @param operator who recorded
 * @param fromMs the earliest clock, milliseconds since 1970 UTC, itself included
 * @param toMs the latest, itself included
 */
public record HistoryQuery(
        @Nullable String event,
        @Nullable String ticket,
        int task,
        @Nullable String operator,
        long fromMs,
        long toMs) {

    /** Refuses what asks for nothing, or for more than one thing. */
    public HistoryQuery {
        int asked = (event == null ? 0 : 1) + (ticket == null ? 0 : 1) + (operator == null ? 0 : 1);
        if (asked != 1) {
            throw new IllegalArgumentException("ask for an event, a task or an operator");
        }
    }

    /** For one event. */
    public static HistoryQuery of(EventId id) {
        return new HistoryQuery(id.toString(), null, 0, null, 0, 0);
    }

    /** For all of a task. */
    public static HistoryQuery of(TaskId task) {
        return new HistoryQuery(null, task.ticket(), task.sequence(), null, 0, 0);
    }

    /** For all an operator recorded within a time. */
    public static HistoryQuery of(OperatorCode operator, long fromMillis, long toMillis) {
        return new HistoryQuery(null, null, 0, operator.value(), fromMillis, toMillis);
    }
}
