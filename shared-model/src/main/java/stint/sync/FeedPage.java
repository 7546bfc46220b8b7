package stint.sync;

import stint.sync.RefusalException.Kind;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;

import java.util.ArrayList;
import java.util.List;

/** Reads the feed. Positions have no gaps, so a page needs no position per event. */
public final class FeedPage {

    private FeedPage() {}

    /**
     * One page.
     *
     * @param store where the events are
     * @param last the last position that is published
     * @param generation the life the reader knows; empty for one who does not keep what it reads
     * @param after the last position the reader has; 0 for none
     * @param limit events at most
     * @param serverTimeMs the server's clock
     * @throws RefusalException when the reader's position is not of this life
     */
    public static EventBatch<FeedHeader> of(
            EventStore store,
            long last,
            String generation,
            long after,
            int limit,
            long serverTimeMs) {
        boolean known = generation.isEmpty() || generation.equals(store.generation());
        if (!known || after > last) {
            throw RefusalException.of(
                    Kind.GENERATION,
                    "this store is generation "
                            + store.generation()
                            + " at position "
                            + last
                            + "; start over from 0");
        }
        long wanted = Math.min(last, after + limit);
        List<byte[]> bodies = wanted > after ? fitting(store.bodies(after + 1, wanted)) : List.of();
        FeedHeader header =
                new FeedHeader(
                        store.generation(), after + 1, after + bodies.size(), last, serverTimeMs);
        return new EventBatch<>(header, bodies);
    }

    /** As many as one page may weigh, and at least one. */
    static List<byte[]> fitting(List<byte[]> bodies) {
        List<byte[]> page = new ArrayList<>(bodies.size());
        long bytes = 0;
        for (byte[] body : bodies) {
            bytes += body.length;
            if (bytes > EventBatch.BYTES_MAX && !page.isEmpty()) {
                break;
            }
            page.add(body);
        }
        return page;
    }
}
