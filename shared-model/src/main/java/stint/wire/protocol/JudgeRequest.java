package stint.wire.protocol;

import java.util.Objects;

/**
 * A person judges all that waits of a station.
 *
 * @param accepted whether it counts as if it had come in time; else it stays apart
 * @param reason why
 */
public record JudgeRequest(boolean accepted, String reason) {

    /** Refuses what is missing. */
    public JudgeRequest {
        Objects.requireNonNull(reason, "reason is missing");
    }
}
