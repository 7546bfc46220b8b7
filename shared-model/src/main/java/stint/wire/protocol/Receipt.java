package stint.wire.protocol;

import java.util.Objects;

/**
 * The server's word that it holds a station's events up to one, so that neither side can rewrite
 * history alone (SYNC "Receipts").
 *
 * @param station whose
 * @param epoch of the last
 * @param sequence of the last; 0 for none
 * @param hash the station's chain after it, in hexadecimal
 * @param position the feed's last position by then
 * @param timeMs the server's clock, milliseconds since 1970 UTC
 * @param signature of all this
 */
public record Receipt(
        String station,
        int epoch,
        long sequence,
        String hash,
        long position,
        long timeMs,
        String signature) {

    /** Refuses what is missing. */
    public Receipt {
        Objects.requireNonNull(station, "station is missing");
        Objects.requireNonNull(hash, "hash is missing");
        Objects.requireNonNull(signature, "signature is missing");
    }
}
