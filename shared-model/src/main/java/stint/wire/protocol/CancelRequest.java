package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Asks the server to cancel a task (OS-7).
 *
 * @param operator the supervisor's worker code
 * @param reason why
 * @param seen the version that whoever asks had before them; absent for whatever is there
 */
public record CancelRequest(String operator, String reason, @Nullable String seen) {

    /** Refuses what is missing. */
    public CancelRequest {
        Objects.requireNonNull(operator, "operator is missing");
        Objects.requireNonNull(reason, "reason is missing");
    }

    /** Whatever is there. */
    public CancelRequest(String operator, String reason) {
        this(operator, reason, null);
    }
}
