package stint.installer.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** When each of several boards shows a tap. One tap at a time; thread-safe. */
final class Arrivals {

    private final int boards;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition all = lock.newCondition();
    private final BitSet seen;
    private final List<Long> took = new ArrayList<>();
    private long expected = Long.MAX_VALUE;
    private long begun;

    /**
     * @param boards how many there are, numbered from 0
     */
    Arrivals(int boards) {
        this.boards = boards;
        seen = new BitSet(boards);
    }

    /** From now on, boards are to show this count. */
    void expect(long count) {
        lock.lock();
        try {
            seen.clear();
            expected = count;
            begun = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** A board shows a count. */
    void shows(int board, long count) {
        long now = System.nanoTime();
        lock.lock();
        try {
            if (count >= expected && !seen.get(board)) {
                seen.set(board);
                took.add(now - begun);
                if (seen.cardinality() == boards) {
                    all.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all show it.
     *
     * @throws IOException when one does not, after a while
     */
    void await(Duration patience) throws IOException, InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (seen.cardinality() < boards) {
                if (nanos <= 0) {
                    throw new IOException(
                            (boards - seen.cardinality())
                                    + " of "
                                    + boards
                                    + " boards never showed a tap");
                }
                nanos = all.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was measured so far: it was to warm up. */
    void forget() {
        lock.lock();
        try {
            took.clear();
        } finally {
            lock.unlock();
        }
    }

    /** From each tap to each board, in nanoseconds. */
    List<Long> took() {
        lock.lock();
        try {
            return List.copyOf(took);
        } finally {
            lock.unlock();
        }
    }
}
