package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.TimeReading;
import stint.journal.UninterruptedThread;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes the terminal's heartbeats (ST-5), on a thread of its own: no tap waits for them. A
 * heartbeat is no event. Any thread may call.
 */
final class Pulse implements AutoCloseable {

    /** Between two heartbeats (seconds, ST-5). */
    static final long PERIOD_SECONDS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final HeartbeatFile file;
    private final ScheduledExecutorService thread;
    private boolean failed;

    /** Takes the file over. */
    Pulse(HeartbeatFile file, String station) {
        this.file = file;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        work -> new UninterruptedThread("pulse-" + station, work));
    }

    /** The thread that writes. */
    ScheduledExecutorService thread() {
        return thread;
    }

    /** Calls so often from now on. */
    void every(Runnable beat) {
        var _ = thread.scheduleWithFixedDelay(beat, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Writes a heartbeat, if there is one; to be called on {@link #thread()}.
     *
     * @param now absent where what came before must be found again
     */
    void write(@Nullable TimeReading now) {
        if (now == null) {
            return;
        }
        try {
            file.write(now);
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.error("heartbeats can't be written; a crash would end sessions too early", e);
            }
            failed = true;
        }
    }

    @Override
    public void close() {
        LiveStation.end(thread);
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("the file of heartbeats did not close", e);
        }
    }
}
