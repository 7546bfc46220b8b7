package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * The first line of a piece of the feed. The event on line n after it has position {@code from + n
 * − 1}: positions have no gaps.
 *
 * @param generation which life of the server's store this is
 * @param from the position of the first event that follows
 * @param to the position of the last event that follows; {@code from − 1} for none
 * @param last the last position there is
 * @param serverTimeMs the server's clock, milliseconds since 1970 UTC
 * @param own of each epoch of the server's own log that is in this piece, its word for the last
 *     event of it: by that it takes them back when a backup lacks them (SY-3). Absent for none
 * @param history absent for a piece of the feed. Else what follows are events from before, of any
 *     positions, and {@code from} and {@code to} say where the feed is with those who asked
 */
public record FeedHeader(
        String generation,
        long from,
        long to,
        long last,
        long serverTimeMs,
        @Nullable List<Receipt> own,
        @Nullable HistoryPiece history) {

    /** A header of a piece of the feed. */
    public FeedHeader(
            String generation,
            long from,
            long to,
            long last,
            long serverTimeMs,
            @Nullable List<Receipt> own) {
        this(generation, from, to, last, serverTimeMs, own, null);
    }

    /** A header of a piece without the server's own events. */
    public FeedHeader(String generation, long from, long to, long last, long serverTimeMs) {
        this(generation, from, to, last, serverTimeMs, null);
    }

    /** Refuses what is missing. */
    public FeedHeader {
        Objects.requireNonNull(generation, "generation is missing");
    }
}
