package stint.domain.work;

import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.time.Duration;
import java.time.Instant;

/**
 * How long one piece took at one task (SN-3, SN-5).
 *
 * @param completedBy the event that completed it
 * @param hlc that event's place in the common order
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
        Hlc hlc,
        Instant from,
        Instant to,
        Duration worked,
        Grade grade) {}
