package stint.journal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A thread that cannot be interrupted: {@link #interrupt()} inside a file channel, or inside H2,
 * would close the file under everybody.
 */
public final class UninterruptedThread extends Thread {

    /** A daemon: what must be finished is finished by a close, not by the end of the program. */
    public UninterruptedThread(String name, Runnable work) {
        super(work, name);
        setDaemon(true);
    }

    /**
     * One such thread that works off what it is given. To be ended with {@link #end}: the
     * executor's own shutdown would interrupt the thread to wake it, in vain.
     */
    public static ExecutorService executor(String name) {
        return Executors.newSingleThreadExecutor(work -> new UninterruptedThread(name, work));
    }

    /** Lets the executor's thread end behind what it was given. Returns at once. */
    public static void end(ExecutorService executor) {
        try {
            executor.execute(executor::shutdown);
        } catch (RejectedExecutionException e) {
            return; // It was told before.
        }
    }

    /** Does nothing. */
    @Override
    public void interrupt() {
        // See the class: whoever wants this thread to end says so through its queue.
    }

    /** Waits for the thread's end whatever happens; the caller's own interruption is kept. */
    public void joinFully() {
        boolean interrupted = false;
        while (true) {
            try {
                join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
