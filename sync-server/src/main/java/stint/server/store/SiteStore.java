package stint.server.store;

import stint.domain.event.EventId;
import stint.sync.Entry;
import stint.sync.EventStore;

import java.util.List;
import java.util.function.Consumer;

/** A store as the whole server needs it: besides what the ledger asks, what backups ask. */
public interface SiteStore extends EventStore {

    /** The pictures, of whatever life of the store. */
    PictureStore pictures();

    /**
     * Reads what is the truth here, in order, and nothing after the last committed position.
     *
     * @param from the first position
     * @param to the last
     * @throws StoreException when it can't be read, or is not as it was written
     */
    void entries(long from, long to, Consumer<Entry> reader);

    /**
     * Reads all that is kept and holds it against itself. Changes nothing; others read and write
     * meanwhile.
     *
     * @param position up to where; it was committed
     * @param working runs now and then meanwhile
     * @throws StoreException when it can't be read at all
     */
    Verification.Result verify(long position, Runnable working);

    /** The last event of each station's epoch at a position. */
    List<EventId> marksAt(long position);

    /** Up to where the feed is held by a finished backup; 0 for nowhere. */
    long safe();

    /**
     * A backup that holds the feed up to a position is finished: durable when this returns. The
     * mark never goes back within one life.
     */
    void backedUp(long position);
}
