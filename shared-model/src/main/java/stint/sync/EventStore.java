package stint.sync;

import stint.domain.event.EventId;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where a server keeps the feed. One thread writes; any thread may ask for {@link #bodies} and
 * {@link #hashes}. What it throws, it throws as the unchecked exceptions of its own.
 */
public interface EventStore extends AutoCloseable {

    /** Which life of the store this is; another one after it was put back from a backup. */
    String generation();

    /**
     * The last position when this life began: what earlier lives wrote after it is not known here.
     */
    long bornAt();

    /** The last position; 0 for none. */
    long last();

    /**
     * Gives every entry after a position, in order. The writer's thread only, before it commits.
     *
     * @param after 0 for all
     */
    void replay(long after, Consumer<Entry> listener);

    /**
     * Before entries are staged: keeps other servers over the same store from writing, until {@link
     * #commit} or {@link #release}. A store of one server has nothing to do.
     *
     * @param known the last position the caller has
     * @param missed is given what others have written after it, in order
     */
    default void claim(long known, Consumer<Entry> missed) {}

    /** Lets others write again after a {@link #claim} that nothing was committed of. */
    default void release() {}

    /**
     * Gives what other servers over the same store have written, without keeping them from more.
     *
     * @param known the last position the caller has
     * @param missed is given what came after it, in order
     */
    default void missed(long known, Consumer<Entry> missed) {}

    /**
     * Makes entries durable, then readable. They continue the positions without a gap. Ends a
     * {@link #claim}, also when it fails.
     */
    void commit(List<Entry> entries);

    /** The bodies at these positions, in order. */
    List<byte[]> bodies(long from, long to);

    /** What the chains of their stations are after the events at these positions, in order. */
    List<Hash> hashes(long from, long to);

    /**
     * Keeps, apart from the feed, events that contradict stored ones. The same ones are kept once.
     *
     * @param parting the first event of which there are two
     * @param from the first sequence of the contradicting batch
     * @param previous its chain before that
     * @param events all of it
     */
    void keepFork(EventId parting, long from, Hash previous, List<StoredEvent> events);

    /** The events of which two are known, in order. */
    List<EventId> forks();

    @Override
    void close();
}
