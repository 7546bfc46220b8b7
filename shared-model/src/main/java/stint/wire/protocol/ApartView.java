package stint.wire.protocol;

/**
 * Events that a station sent when it was trusted no more.
 *
 * @param station its code
 * @param first the first of them
 * @param last the last of them, of the same epoch
 */
public record ApartView(String station, String first, String last) {}
