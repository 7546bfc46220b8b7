package stint.server.http;

import stint.server.GiveWay;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Threads of the system's own for what keeps a processor busy for milliseconds. Requests run on
 * virtual threads, which nothing interrupts: a floor that comes back at once would let the board
 * wait until the batches before it are read. The system takes turns instead, and these get less of
 * it than others do. Thread-safe.
 */
final class HeavyWork implements AutoCloseable {

    private final ExecutorService threads;

    /**
     * @param name of the threads
     * @param count how many work at once; the rest waits in order
     */
    HeavyWork(String name, int count) {
        threads =
                Executors.newFixedThreadPool(
                        count,
                        GiveWay.threads(
                                Thread.ofPlatform().daemon().name(name + "-", 1).factory(),
                                GiveWay.SOMEWHAT));
    }

    /** Has it done and waits; what it throws unchecked, this throws. */
    <T> T run(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : FaultException.of(Fault.INTERNAL, "the work failed", e);
        } catch (RejectedExecutionException e) {
            throw FaultException.of(Fault.UNAVAILABLE, "the server is stopping", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FaultException.of(Fault.UNAVAILABLE, "the server is stopping", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
