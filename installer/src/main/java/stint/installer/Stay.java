package stint.installer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps a role running until it is ended: by Ctrl-C, by a signal, or by itself. What it holds is
 * closed once, quickly, and without a word on the console.
 */
final class Stay {

    private static final Logger LOG = LoggerFactory.getLogger(Stay.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Ends it. Any thread. */
    void end() {
        ended.countDown();
    }

    /** Waits for the end, then closes. */
    void thenClose(AutoCloseable held) {
        var hook = new Thread(this::endAndWait, "stint-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                held.close();
            } catch (Exception e) {
                LOG.error("closing failed", e);
            } finally {
                closed.countDown();
            }
        }
    }

    private void endAndWait() {
        end();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
