package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Change an atelier job while it is made (DP-1).
 *
 * @param name what people call it
 * @param quantity pieces
 * @param due when it is due
 * @param seen the version that whoever asks had before them; absent for whatever is there
 */
public record JobChangeRequest(
        String name, int quantity, @Nullable LocalDate due, @Nullable String seen) {

    /** What is missing is empty. */
    public JobChangeRequest {
        name = name == null ? "" : name;
    }
}
