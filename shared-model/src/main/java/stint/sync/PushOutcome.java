package stint.sync;

import stint.wire.Hash;

/**
 * Where the store stands for a station after a push.
 *
 * @param epoch the epoch spoken of
 * @param mark the highest sequence up to which all of (station, epoch) is durable; 0 for none
 * @param hash the station's chain after that; zero bytes for none
 * @param position the feed's last position
 */
public record PushOutcome(int epoch, long mark, Hash hash, long position) {}
