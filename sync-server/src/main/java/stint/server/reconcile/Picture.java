package stint.server.reconcile;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.work.FloorView;
import stint.sync.Ledger;
import stint.sync.Reconciler;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The floor at one position of the feed, for any thread.
 *
 * @param position what it includes
 * @param floor what the events come to
 * @param forks the events of which a station pushed two (SY-2), in order
 * @param lastRecorded when each station last recorded something that has arrived, in floor time
 */
public record Picture(
        long position,
        FloorView floor,
        List<EventId> forks,
        Map<StationCode, Instant> lastRecorded) {

    /** What a ledger has committed. */
    public static Picture of(Ledger ledger) {
        Reconciler reconciler = ledger.reconciler();
        return new Picture(
                reconciler.position(),
                reconciler.view(),
                ledger.store().forks(),
                reconciler.lastRecorded());
    }

    /** Copies the collections. */
    public Picture {
        forks = List.copyOf(forks);
        lastRecorded = Map.copyOf(lastRecorded);
    }
}
