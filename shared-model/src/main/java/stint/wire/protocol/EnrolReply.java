package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The server trusts a station from now on (SY-4).
 *
 * @param station which one it is; the office said so when it gave out the code
 * @param use {@code bench} or {@code board}
 * @param site the site's code
 * @param serverKey the server's public key, by which its receipts are checked
 * @param pepper by which a bench opens the hashes of PINs; absent for a board
 * @param serverTimeMs the server's clock, milliseconds since 1970 UTC
 */
public record EnrolReply(
        String station,
        String use,
        String site,
        String serverKey,
        @Nullable String pepper,
        long serverTimeMs) {

    /** Refuses what is missing. */
    public EnrolReply {
        Objects.requireNonNull(station, "station is missing");
        Objects.requireNonNull(use, "use is missing");
        Objects.requireNonNull(site, "site is missing");
        Objects.requireNonNull(serverKey, "serverKey is missing");
    }

    /** Not the pepper: this text may reach a log. */
    @Override
    public String toString() {
        return "EnrolReply[" + station + ", " + use + "]";
    }
}
