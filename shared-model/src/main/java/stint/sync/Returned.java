package stint.sync;

import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which of a bench's own events have come back with the feed, and where the log of the feed holds
 * them: those are on the disk twice. From the first one on that has not come back as it was
 * recorded, none has. Not thread-safe.
 */
final class Returned {

    /** Nothing is remembered of how the chain went on: whatever comes is the one. */
    private static final long UNKNOWN = 0;

    private PackedLongs places = new PackedLongs();

    /** The chain after each event behind those, by the first bytes of its hash. */
    private final Deque<Long> ahead = new ArrayDeque<>();

    private Hash head = Hash.ZERO;

    /** The next own event was recorded, or read. */
    void recorded(long index, Hash after) {
        if (index > count()) {
            ahead.addLast(start(after));
        }
    }

    /** Of another one that knows more of the same logs: takes over where events are. */
    void goOnFrom(Returned other) {
        if (other.count() > count()) {
            for (long come = count(); come < other.count() && !ahead.isEmpty(); come++) {
                ahead.removeFirst();
            }
            places = other.places;
            head = other.head;
        }
    }

    /**
     * The first ones are kept apart, and count as come back. Of those behind them none has, whose
     * place is in a record that says nothing any more.
     *
     * @param after the last record of the log of the feed that says nothing
     */
    void goOnBehind(KeptEvents kept, long after) {
        boolean more = count() > kept.count();
        if (more && JournalBodies.feedRecord(place(kept.count() + 1)) > after) {
            return;
        }
        for (long gone = count(); gone > kept.count(); gone--) {
            ahead.addFirst(UNKNOWN);
        }
        for (long come = count(); come < kept.count() && !ahead.isEmpty(); come++) {
            ahead.removeFirst();
        }
        places = new PackedLongs();
        for (long one = 0; one < kept.count(); one++) {
            places.add(0);
        }
        head = kept.head();
    }

    private static long start(Hash hash) {
        return ByteBuffer.wrap(hash.toBytes()).getLong();
    }

    /**
     * An event under an own number came with the feed; another one than was recorded here says
     * nothing.
     *
     * @param index in the bench's own log
     */
    void came(long index, byte[] body, long place) {
        Long expected = index == count() + 1 ? ahead.peekFirst() : null;
        if (expected == null) {
            return;
        }
        Hash after = Chain.next(head, body);
        if (expected == UNKNOWN || expected == start(after)) {
            ahead.removeFirst();
            places.add(place);
            head = after;
        }
    }

    /** How many have come back, from the first one on. */
    long count() {
        return places.count();
    }

    /**
     * Where one of them is.
     *
     * @param index from 1 to {@link #count}
     */
    long place(long index) {
        return places.get((int) index - 1);
    }

    /** The log of the feed is another one: all must come back anew. */
    void forget() {
        for (long gone = places.count(); gone > 0; gone--) {
            ahead.addFirst(UNKNOWN);
        }
        places = new PackedLongs();
        head = Hash.ZERO;
    }

    void write(PackedOutput out) throws IOException {
        places.copy().write(out);
        out.all(ahead, out::signed);
        out.bytes(head.toBytes());
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        places = PackedLongs.read(in);
        ahead.clear();
        ahead.addAll(in.all(in::signed));
        head = Hash.of(in.bytes());
    }
}
