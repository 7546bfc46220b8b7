package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryQuery;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What syncing needs of a bench. Called on the sync's own thread, one call at a time; each call may
 * wait for the bench's disk, none for the network. A call throws {@link IllegalStateException} when
 * the bench is closed.
 */
public interface SyncPort {

    /** Whose events are sent. */
    StationCode station();

    /** The oldest events the server is not known to have, all of one epoch; empty for none. */
    Optional<EventBatch<PushHeader>> unsent(int eventsMax);

    /** How many events the server is not known to have. */
    long unsentCount();

    /** The server said what it holds; it alone decides what counts as sent. */
    void acknowledged(PushReply reply);

    /** The server has other events of this epoch than we: they can't be sent, now or later. */
    void forked(int epoch);

    /**
     * The oldest events of the server's own log that the server has lost, all of one epoch; empty
     * for none, and until the feed was read to its end.
     */
    Optional<EventBatch<PushHeader>> owed(int eventsMax);

    /** The server said what it holds of its own log, after some of it was given back. */
    void returned(PushReply reply);

    /** The server has other events of this epoch of its own log than we. */
    void unwanted(int epoch);

    /**
     * Up to where this bench has the feed.
     *
     * @param generation of the server's store; absent before the first answer
     * @param position 0 for nothing
     */
    record Cursor(@Nullable String generation, long position) {}

    /** Where to go on fetching. */
    Cursor cursor();

    /**
     * Whether to ask for a base: what the feed comes to, rather than all of it.
     *
     * @param last the feed's last position; 0 while that is unknown
     */
    default boolean wantsBase(long last) {
        return false;
    }

    /**
     * The server's base came; the cursor is where it ends, if it could be used.
     *
     * @param base absent when the server gives none that is of use
     */
    default void baseCame(@Nullable OfferedBase base) {}

    /**
     * What is to be asked about what was before the base: something that came, or that people want
     * to do, speaks of it. Empty for nothing.
     */
    default Optional<HistoryQuery> historyWanted() {
        return Optional.empty();
    }

    /** Takes a piece of the answer to {@link #historyWanted}, which its header names. */
    default void remembered(FeedHeader header, List<byte[]> bodies) {}

    /**
     * Takes a piece of the feed that continues the cursor; keeps events and cursor together, or
     * neither. Neither too where something from before the base is wanted first.
     */
    void received(FeedHeader header, List<byte[]> bodies);

    /** The server's store is another one than the cursor speaks of: fetch from its beginning. */
    void startOver(String generation);

    /**
     * An exchange succeeded.
     *
     * @param serverTime the server's clock when it answered
     * @param roundTrip from question to answer
     */
    void reached(Instant serverTime, Duration roundTrip);

    /**
     * The server refuses this station: it is not enrolled, or trusted no more (SY-4). Lasts until
     * something is received.
     *
     * @param code the problem's short word
     */
    void denied(String code);

    /** An exchange failed. */
    void unreachable(String why);
}
