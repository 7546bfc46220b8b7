package stint.wire.protocol;

import java.util.Objects;

/**
 * A station is to be trusted no more.
 *
 * @param reason why
 */
public record RevokeRequest(String reason) {

    /** Refuses what is missing. */
    public RevokeRequest {
        Objects.requireNonNull(reason, "reason is missing");
    }
}
