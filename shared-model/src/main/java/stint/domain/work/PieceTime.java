package stint.domain.work;

import java.time.Duration;
import java.time.Instant;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

/**
 * How long one piece took at one task (SN-3, SN-5).
 *
 * @param completedBy the event that completed it
 * @param from when work on it began
 * @param to when it was complete
 * @param worked the time between, less pauses, and divided where several pieces share one complete
 */
public record PieceTime(
        Serial serial,
        TaskId task,
        OperatorCode operator,
        StationCode station,
        EventId completedBy,
        Instant from,
        Instant to,
        Duration worked,
        Grade grade) {}
