package stint.server.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets any number of threads wait for the feed to grow. The writer only says so and goes on; a
 * reader that is slow or stuck hears of the newest position when it comes back, and delays nobody.
 * Thread-safe.
 */
public final class Announcer {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition over = lock.newCondition();
    private long position;
    private boolean closed;

    /** There is something up to this position. */
    public void announce(long newPosition) {
        lock.lock();
        try {
            position = newPosition;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody needs to wait any longer. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is over. */
    public boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so long, whatever comes, unless nobody needs to wait any longer. */
    public void rest(Duration time) throws InterruptedException {
        long nanos = time.toNanos();
        lock.lock();
        try {
            while (!closed && nanos > 0) {
                nanos = over.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is another position than this one, for at most so long.
     *
     * @return the newest position, which is the same as {@code known} when nothing came
     */
    public long await(long known, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position == known && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return position;
        } finally {
            lock.unlock();
        }
    }
}
