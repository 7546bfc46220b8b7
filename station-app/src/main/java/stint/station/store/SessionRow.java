package stint.station.store;

import org.jspecify.annotations.Nullable;

import stint.domain.event.TaskId;

import java.time.Duration;
import java.time.Instant;

/**
 * A session as the store has it (OS-11).
 *
 * @param openedBy the event that opened it
 * @param status active, paused, completed or cancelled
 * @param good good pieces recorded in it
 * @param scrap scrapped pieces recorded in it
 * @param paused the pauses that have ended
 * @param endedAt absent while it is open
 */
public record SessionRow(
        String openedBy,
        TaskId task,
        String operator,
        String station,
        String status,
        long good,
        long scrap,
        Duration paused,
        Instant startedAt,
        @Nullable Instant endedAt) {}
