package stint.wire.protocol;

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
 */
public record FeedHeader(String generation, long from, long to, long last, long serverTimeMs) {

    /** Refuses what is missing. */
    public FeedHeader {
        Objects.requireNonNull(generation, "generation is missing");
    }
}
