package stint.wire.protocol;

/**
 * The live stream's only message: there is something up to this position.
 *
 * @param position the feed's last position
 */
public record News(long position) {}
