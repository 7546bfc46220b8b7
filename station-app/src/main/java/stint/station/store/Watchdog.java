package stint.station.store;

import stint.journal.UninterruptedThread;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs steps on a thread of their own and waits only so long. A thread that doesn't come back is
 * left alone: an interrupt would not end it, or would damage the file. Used by one thread.
 */
final class Watchdog {

    private final String name;
    private ExecutorService worker;

    Watchdog(String name) {
        this.name = name;
        this.worker = UninterruptedThread.executor(name);
    }

    /** A step failed, or did not end in time. */
    static final class StepFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        StepFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Runs a step.
     *
     * @throws StepFailedException when it threw, or takes longer than it may
     */
    <T> T run(String what, Duration max, Callable<T> step) throws StepFailedException {
        Future<T> result = worker.submit(step);
        try {
            return result.get(max.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new StepFailedException(what + " failed", e);
        } catch (TimeoutException e) {
            UninterruptedThread.end(worker);
            worker = UninterruptedThread.executor(name);
            throw new StepFailedException(what + " takes longer than " + max, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the store's thread takes no interrupts", e);
        }
    }

    void end() {
        UninterruptedThread.end(worker);
    }
}
