package stint.sync;

/**
 * Where the store stands for a station after a push.
 *
 * @param epoch the epoch spoken of
 * @param mark the highest sequence up to which all of (station, epoch) is durable; 0 for none
 * @param position the feed's last position
 */
public record PushOutcome(int epoch, long mark, long position) {}
