package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.wire.protocol.PushReply;

/**
 * Up to which of its own events a bench has the server's word that a finished backup holds them.
 * The server speaks of positions of its feed: what was acknowledged when the feed ended at one is
 * safe when a backup goes that far. Not thread-safe.
 */
final class SafeMark {

    /**
     * What was acknowledged at a time.
     *
     * @param through all own events up to this index
     * @param position where the feed ended then
     */
    private record Point(long through, long position) {}

    /** What the next backup will tell of; what came since waits for the one after it, at most. */
    private @Nullable Point waiting;

    private long through;
    private long position;

    /**
     * The server answered.
     *
     * @param acknowledged the last own event up to which it has all
     */
    void acknowledged(long acknowledged, PushReply reply) {
        position = Math.max(position, reply.safe());
        Point now = new Point(acknowledged, reply.position());
        Point first = waiting == null ? now : waiting;
        if (now.position() <= reply.safe()) {
            through = Math.max(through, now.through());
            waiting = null;
        } else if (first.position() <= reply.safe()) {
            through = Math.max(through, first.through());
            waiting = now;
        } else {
            waiting = first;
        }
    }

    /** Another life of the server's store: its backups are to be heard of. */
    void forget() {
        waiting = null;
        through = 0;
        position = 0;
    }

    /** The position of the feed up to which a finished backup holds it; 0 for nothing known. */
    long position() {
        return position;
    }

    /** The last event up to which all are safe, by its index in the bench's own log; 0 for none. */
    long through() {
        return through;
    }
}
