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

    /** How soon one that rests sees that it is over. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long position;
    private volatile boolean closed;

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
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is over. */
    public boolean closed() {
        return closed;
    }

    /**
     * Waits for so long, whatever comes, unless nobody needs to wait any longer: that is seen soon.
     * Hundreds rest at once, and as waiters of one condition each would look through all others.
     */
    public void rest(Duration time) throws InterruptedException {
        long nanos = time.toNanos();
        long end = System.nanoTime() + nanos;
        while (nanos > 0 && !closed) {
            Thread.sleep(Duration.ofNanos(Math.min(nanos, LOOK.toNanos())));
            nanos = end - System.nanoTime();
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
