package stint.wire.protocol;

import java.util.Objects;

/**
 * Asks the server to cancel a task (OS-7).
 *
 * @param operator the supervisor's worker code
 * @param reason why
 */
public record CancelRequest(String operator, String reason) {

    /** Refuses what is missing. */
    public CancelRequest {
        Objects.requireNonNull(operator, "operator is missing");
        Objects.requireNonNull(reason, "reason is missing");
    }
}
