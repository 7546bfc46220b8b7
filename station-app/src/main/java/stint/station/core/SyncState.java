package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;

import java.time.Instant;
import java.util.Map;

/**
 * How a bench stands with the server (SY-1).
 *
 * @param connected whether the last exchange succeeded; false where there is no server
 * @param unsent own events the server has not acknowledged
 * @param unsentSince floor time of the oldest of them; absent for none
 * @param lastContact floor time of the last exchange that succeeded; absent for none
 * @param position the feed's position up to which this bench has all
 * @param marks the last own event the server is known to have, by epoch
 * @param denial why the server refuses this bench, as its short word: {@code revoked}, {@code
 *     not_authenticated}; absent while it does not
 */
public record SyncState(
        boolean connected,
        long unsent,
        @Nullable Instant unsentSince,
        @Nullable Instant lastContact,
        long position,
        Map<Integer, Long> marks,
        @Nullable String denial) {

    /** Copies the map. */
    public SyncState {
        marks = Map.copyOf(marks);
    }

    /** Before anything was recorded or heard. */
    public static final SyncState NEVER = new SyncState(false, 0, null, null, 0, Map.of(), null);

    /**
     * Whether the server has an event: one of another station came from there (PR-6).
     *
     * @param own which station this is
     */
    public boolean confirmed(EventId event, StationCode own) {
        return !event.station().equals(own)
                || event.sequence() <= marks.getOrDefault(event.epoch(), 0L);
    }
}
