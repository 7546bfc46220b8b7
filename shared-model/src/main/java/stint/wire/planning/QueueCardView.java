package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that can be done now (DP-6).
 *
 * @param task which
 * @param line {@code atelier} or {@code oem}, for its badge
 * @param job what people call the job
 * @param order the manufacturing order's code
 * @param operation the step's name
 * @param mode {@code piece} or {@code batch}
 * @param ready pieces that can be worked on
 * @param serials the first of them
 * @param due when the job is due
 * @param mine assigned to the operator asked for; else whoever takes it
 * @param others who else is at it, by name
 */
public record QueueCardView(
        String task,
        String line,
        String job,
        @Nullable String order,
        String operation,
        String mode,
        long ready,
        List<String> serials,
        @Nullable LocalDate due,
        boolean mine,
        List<String> others) {

    /** Copies the lists. */
    public QueueCardView {
        serials = List.copyOf(serials);
        others = List.copyOf(others);
    }
}
