package stint.domain.work;

import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;

import java.time.Duration;
import java.time.Instant;

/**
 * Good pieces that came out of a task by number; which pieces they were follows from the flow
 * (DP-4).
 *
 * @param completedBy the event that counted them
 * @param hlc that event's place in the common order
 * @param quantity how many, after corrections
 * @param from when work on them began
 * @param to when they were complete
 * @param worked the time between, less pauses, for all of them together
 * @param grade how far that can be trusted
 */
public record BatchOutput(
        EventId completedBy,
        Hlc hlc,
        OperatorCode operator,
        StationCode station,
        int quantity,
        Instant from,
        Instant to,
        Duration worked,
        Grade grade) {}
