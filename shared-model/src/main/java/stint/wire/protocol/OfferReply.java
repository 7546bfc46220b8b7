package stint.wire.protocol;

import java.time.Instant;

/**
 * The code to type at the station.
 *
 * @param code said once, and known to nobody afterwards
 * @param until no later than this
 */
public record OfferReply(String code, Instant until) {

    /** Not the code: this text may reach a log. */
    @Override
    public String toString() {
        return "OfferReply[" + until + "]";
    }
}
