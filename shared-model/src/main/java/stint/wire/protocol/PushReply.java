package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * What the server now holds of a station (SY-2, SY-3). What the mark covers is durable.
 *
 * @param generation which life of the server's store this is; another one means it was restored or
 *     replaced
 * @param epoch the epoch spoken of
 * @param mark the highest sequence up to which the server holds all events of (station, epoch); 0
 *     for none
 * @param position the feed's last position
 * @param serverTimeMs the server's clock, milliseconds since 1970 UTC
 * @param safe up to this position of the feed a finished backup of this life holds it: what a
 *     station knows to be there it need not keep for the server any more; 0 for none
 * @param receipt the server's word for it, signed; absent for events that are kept apart, and from
 *     servers before
 */
public record PushReply(
        String generation,
        int epoch,
        long mark,
        long position,
        long serverTimeMs,
        long safe,
        @Nullable Receipt receipt) {

    /** A reply without a receipt. */
    public PushReply(
            String generation, int epoch, long mark, long position, long serverTimeMs, long safe) {
        this(generation, epoch, mark, position, serverTimeMs, safe, null);
    }

    /** Refuses what is missing. */
    public PushReply {
        Objects.requireNonNull(generation, "generation is missing");
    }
}
