package stint.wire.protocol;

import java.util.Objects;

/**
 * An administrator wants a station to enrol.
 *
 * @param station its code
 * @param use {@code bench} or {@code board}
 */
public record OfferRequest(String station, String use) {

    /** Refuses what is missing. */
    public OfferRequest {
        Objects.requireNonNull(station, "station is missing");
        Objects.requireNonNull(use, "use is missing");
    }
}
