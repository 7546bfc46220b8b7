package stint.wire.protocol;

import java.time.Instant;
import java.util.List;

/**
 * The history of one piece (SN-5).
 *
 * @param serial which
 * @param steps per operation, in order of completion
 */
public record SerialView(String serial, List<Step> steps) {

    /** Copies the list. */
    public SerialView {
        steps = List.copyOf(steps);
    }

    /**
     * One operation of the piece.
     *
     * @param task the step's name
     * @param taskId ticket and number
     * @param operator the worker code
     * @param name the operator's name
     * @param station where it was completed
     * @param from when work on it began
     * @param to when it was complete
     * @param minutes worked minutes, exact to the second
     * @param grade how far to trust them (SN-4): {@code measured}, {@code allocated} …
     */
    public record Step(
            String task,
            String taskId,
            String operator,
            String name,
            String station,
            Instant from,
            Instant to,
            double minutes,
            String grade) {}
}
