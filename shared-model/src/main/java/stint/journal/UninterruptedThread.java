package stint.journal;

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
