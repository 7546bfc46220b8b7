package stint.station.core;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a bench stands with the server (SY-1).
 *
 * @param connected whether the last exchange succeeded; false where there is no server
 * @param unsent own events the server has not acknowledged
 * @param unsentSince floor time of the oldest of them; absent for none
 * @param lastContact floor time of the last exchange that succeeded; absent for none
 * @param position the feed's position up to which this bench has all
 */
public record SyncState(
        boolean connected,
        long unsent,
        @Nullable Instant unsentSince,
        @Nullable Instant lastContact,
        long position) {

    /** Before anything was recorded or heard. */
    public static final SyncState NEVER = new SyncState(false, 0, null, null, 0);
}
