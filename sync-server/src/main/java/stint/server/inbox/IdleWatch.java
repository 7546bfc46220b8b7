package stint.server.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.work.Watch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every so often for sessions that nothing was recorded on for too long, and writes to the
 * server's own log that they are closed (EV-1, OS-7). Any thread may ask and close it.
 *
 * <p>It first looks after a whole period: after a stop of the server, benches have that long to
 * send what they recorded meanwhile. What comes later still makes the close void in the fold.
 */
public final class IdleWatch implements AutoCloseable {

    /** Between two looks. */
    public static final Duration PERIOD = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);

    private final Inbox inbox;
    private final Duration idle;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("idle-watch").daemon().factory());

    /**
     * Begins to watch.
     *
     * @param idle for so long nothing was recorded on a session that is to be closed
     */
    public IdleWatch(Inbox inbox, Duration idle) {
        this.inbox = inbox;
        this.idle = idle;
        var _ =
                timer.scheduleWithFixedDelay(
                        this::lookAndTell,
                        PERIOD.toMillis(),
                        PERIOD.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Looks now; the answer comes when what was written is durable. */
    public CompletableFuture<Recorded> look() {
        return inbox.record(null, (floor, now) -> Watch.stale(floor, now.time(), idle));
    }

    private void lookAndTell() {
        try {
            var _ = look().whenComplete(IdleWatch::tell);
        } catch (RuntimeException e) {
            LOG.warn("Could not look for idle sessions; the next look is in {}", PERIOD, e);
        }
    }

    private static void tell(@Nullable Recorded recorded, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("Could not look for idle sessions; the next look is in {}", PERIOD, failure);
        } else if (recorded != null && !recorded.events().isEmpty()) {
            LOG.info("{} idle sessions were closed", recorded.events().size());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
