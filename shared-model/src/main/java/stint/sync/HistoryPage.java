package stint.sync;

import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryPiece;
import stint.wire.protocol.HistoryQuery;

import java.util.List;

/** Answers what a bench asks about what was before its base, piece by piece. */
public final class HistoryPage {

    private HistoryPage() {}

    /**
     * One piece.
     *
     * @param store where the events are
     * @param places of all of them, in ascending order
     * @param after where the piece before ended; 0 for the first
     * @param last the last position that is published
     * @param serverTimeMs the server's clock
     */
    public static EventBatch<FeedHeader> of(
            EventStore store,
            HistoryQuery query,
            List<Long> places,
            long after,
            long last,
            long serverTimeMs) {
        List<Long> left = places.stream().filter(place -> place > after).toList();
        List<Long> wanted = left.subList(0, Math.min(left.size(), EventBatch.EVENTS_MAX));
        List<byte[]> bodies = FeedPage.fitting(new StoreBodies(store).bodies(wanted));
        long next = bodies.size() == left.size() ? 0 : wanted.get(bodies.size() - 1);
        FeedHeader header =
                new FeedHeader(
                        store.generation(),
                        1,
                        0,
                        last,
                        serverTimeMs,
                        null,
                        new HistoryPiece(query, next));
        return new EventBatch<>(header, bodies);
    }
}
