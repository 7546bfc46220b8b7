package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.journal.UninterruptedThread;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Decides when a replica's snapshot is taken, and writes it on a thread of its own: whoever owns
 * the replica only copies it. Used by the owner's thread.
 */
public final class SnapshotKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    /** Of all time at most this part goes into writing. */
    private static final int REST_FACTOR = 50;

    /** At a stop so much is folded again rather than written: it takes less than a moment. */
    private static final long STOP_RECORDS_MIN = 500;

    /** A stop waits at most so long for a snapshot. */
    private static final Duration STOP_MAX = Duration.ofSeconds(3);

    private final Snapshots snapshots;
    private final Cadence cadence;
    private final ExecutorService writer;
    private @Nullable CompletableFuture<Duration> writing;
    private long kept;
    private long restUntilNanos;
    private long lastNanos;
    private Duration lastTook = Duration.ZERO;

    /**
     * When a snapshot is due.
     *
     * @param records after so many new ones
     * @param period or after this time, if there is anything new
     */
    public record Cadence(long records, Duration period) {

        /** Seldom enough to cost nothing, often enough that a start reads little. */
        public static final Cadence USUAL = new Cadence(20_000, Duration.ofMinutes(10));
    }

    /**
     * @param name of the thread that writes
     * @param progress how far the replica is now: it came from a snapshot, or from reading all
     */
    public SnapshotKeeper(Snapshots snapshots, Cadence cadence, String name, long progress) {
        this.snapshots = snapshots;
        this.cadence = cadence;
        kept = progress;
        lastNanos = System.nanoTime();
        restUntilNanos = lastNanos;
        writer = UninterruptedThread.executor(name);
    }

    /**
     * Takes a snapshot, if one is due.
     *
     * @param progress how far the replica is
     * @param copy copies it; asked on this thread, and only if one is due
     */
    public void progressed(long progress, Supplier<Optional<Snapshots.Content>> copy) {
        long now = System.nanoTime();
        collect(now);
        boolean due =
                progress - kept >= cadence.records()
                        || (progress > kept && now - lastNanos >= cadence.period().toNanos());
        if (due && writing == null && now - restUntilNanos >= 0) {
            begin(progress, copy);
        }
    }

    private void collect(long now) {
        CompletableFuture<Duration> before = writing;
        if (before != null && before.isDone()) {
            lastTook = before.join();
            restUntilNanos = now + REST_FACTOR * lastTook.toNanos();
            writing = null;
        }
    }

    private void begin(long progress, Supplier<Optional<Snapshots.Content>> copy) {
        copy.get()
                .ifPresent(content -> {
                    kept = progress;
                    lastNanos = System.nanoTime();
                    writing = CompletableFuture.supplyAsync(() -> written(content), writer);
                });
    }

    private Duration written(Snapshots.Content content) {
        long start = System.nanoTime();
        try {
            snapshots.write(content);
        } catch (IOException | RuntimeException e) {
            LOG.warn("A snapshot could not be kept; the next start reads more of the log", e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.debug("A snapshot took {} ms to write", took.toMillis());
        return took;
    }

    /**
     * The replica takes nothing more: keeps a last snapshot, where that is quickly done and saves
     * the next start something.
     */
    public void stop(long progress, Supplier<Optional<Snapshots.Content>> copy) {
        long deadline = System.nanoTime() + STOP_MAX.toNanos();
        await(deadline);
        collect(System.nanoTime());
        boolean quick = lastTook.toNanos() < STOP_MAX.toNanos() / 2;
        if (writing == null
                && quick
                && progress - kept >= Math.min(STOP_RECORDS_MIN, cadence.records())) {
            begin(progress, copy);
            await(deadline);
        }
        close();
    }

    private void await(long deadlineNanos) {
        CompletableFuture<Duration> open = writing;
        if (open != null) {
            try {
                open.copy()
                        .orTimeout(
                                Math.max(1, deadlineNanos - System.nanoTime()),
                                TimeUnit.NANOSECONDS)
                        .join();
            } catch (RuntimeException e) {
                LOG.info("A snapshot was left unfinished; the one before it is used");
                LOG.debug("Why", e);
            }
        }
    }

    /** Ends the thread; what it was writing is left unfinished. */
    @Override
    public void close() {
        UninterruptedThread.end(writer);
    }
}
