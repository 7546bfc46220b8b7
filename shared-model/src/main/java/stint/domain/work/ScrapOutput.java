package stint.domain.work;

import stint.domain.event.EventId;
import stint.domain.event.Serial;

import java.time.Instant;
import java.util.List;

/**
 * Pieces scrapped at a task (OS-6).
 *
 * @param recordedBy the event that counted them
 * @param quantity how many, after corrections
 * @param serials which, where they have names
 * @param at when
 */
public record ScrapOutput(EventId recordedBy, int quantity, List<Serial> serials, Instant at) {

    /** Copies the list. */
    public ScrapOutput {
        serials = List.copyOf(serials);
    }
}
