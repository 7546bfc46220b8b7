package stint.sync;

import stint.wire.Hash;
import stint.wire.StoredEvent;

/**
 * An event at its place.
 *
 * @param position in the feed, dense from 1
 * @param previous its station's chain before it
 * @param hash its station's chain after it
 * @param event its exact bytes
 */
public record Entry(long position, Hash previous, Hash hash, StoredEvent event) {}
