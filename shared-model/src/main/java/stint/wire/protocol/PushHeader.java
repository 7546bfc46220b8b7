package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The first line of a push: which events follow and how they hang in the station's chain (SY-2).
 *
 * @param protocol {@link Protocol#VERSION}
 * @param station whose events
 * @param epoch of all of them
 * @param from the first event's sequence
 * @param previous the chain's hash before the first event, in hexadecimal
 * @param hash the chain's hash after the last event
 * @param count how many events follow
 * @param receipt the server's own word for the last of them, where they are the server's and are
 *     given back to it; absent otherwise
 */
public record PushHeader(
        int protocol,
        String station,
        int epoch,
        long from,
        String previous,
        String hash,
        int count,
        @Nullable Receipt receipt) {

    /** The header of a station's own events. */
    public PushHeader(
            int protocol,
            String station,
            int epoch,
            long from,
            String previous,
            String hash,
            int count) {
        this(protocol, station, epoch, from, previous, hash, count, null);
    }

    /** Refuses what is missing. */
    public PushHeader {
        Objects.requireNonNull(station, "station is missing");
        Objects.requireNonNull(previous, "previous is missing");
        Objects.requireNonNull(hash, "hash is missing");
    }
}
