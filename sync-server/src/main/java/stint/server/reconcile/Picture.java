package stint.server.reconcile;

import stint.domain.event.StationCode;
import stint.domain.work.FloorView;
import stint.sync.Reconciler;

import java.time.Instant;
import java.util.Map;

/**
 * The floor at one position of the feed, for any thread.
 *
 * @param position what it includes
 * @param floor what the events come to
 * @param lastRecorded when each station last recorded something that has arrived, in floor time
 */
public record Picture(long position, FloorView floor, Map<StationCode, Instant> lastRecorded) {

    /** What a ledger has committed. */
    public static Picture of(Reconciler reconciler) {
        return new Picture(reconciler.position(), reconciler.view(), reconciler.lastRecorded());
    }

    /** Copies the map. */
    public Picture {
        lastRecorded = Map.copyOf(lastRecorded);
    }
}
