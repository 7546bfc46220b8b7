package stint.station.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.sop.SopBook;
import stint.station.core.SyncReport;
import stint.sync.Backoff;
import stint.sync.SyncPort;
import stint.sync.SyncRound;
import stint.sync.SyncRound.Request;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Keeps a bench in sync: a round when something was recorded, when the server pokes, and every few
 * seconds whatever happens; after a failure again and again, for as long as it takes (SYNC, "retry
 * stops silently"). All rounds run on one thread of its own, which may be asked from any other.
 */
public final class SyncLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

    /** A round at least so often, though no poke came. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Duration RETRY_FIRST = Duration.ofMillis(500);
    private static final Duration RETRY_CAP = Duration.ofSeconds(5);
    private static final Duration STOP_MAX = Duration.ofSeconds(2);

    private static final SyncReport CLOSED = new SyncReport(false, 0, 0, "the bench is closed");

    private final SyncClient client;
    private final SyncPort port;
    private final Backoff backoff;
    private final NewsWatch news;
    private final PictureExchange pictures;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<Long, CompletableFuture<SyncReport>> asking = new ConcurrentHashMap<>();
    private final AtomicLong asks = new AtomicLong();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;
    private volatile long notBefore = System.nanoTime();
    private @Nullable ScheduledFuture<?> next;
    private @Nullable String lastProblem;

    /**
     * Nothing runs before {@link #start} or {@link #syncNow}.
     *
     * @param link to the server
     * @param random for waits
     * @param folder where the bench keeps pictures
     * @param book the SOPs that it knows now
     */
    public SyncLoop(
            Link link,
            SyncPort port,
            RandomGenerator random,
            PictureFolder folder,
            Supplier<SopBook> book) {
        this.client = new SyncClient(link, port.station());
        this.port = port;
        this.backoff = new Backoff(random, RETRY_FIRST, RETRY_CAP);
        this.news =
                client.watch(
                        new Backoff(random, RETRY_FIRST, RETRY_CAP),
                        "news-" + port.station(),
                        new Pokes());
        this.pictures =
                new PictureExchange(
                        client,
                        folder,
                        book,
                        () -> Optional.ofNullable(port.cursor().generation()),
                        port.station().value());
        this.thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("sync-" + port.station()).factory());
        // A wait for the next try, up to many seconds, must not hold up the close.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins to sync in the background. */
    public void start() {
        Duration first = backoff.beforeFirst();
        begin(() -> next(first), Duration.ZERO);
        news.start();
    }

    /**
     * Something was recorded, or poked: a round soon; not before the time the server asked for when
     * it had too much to do. Cheap, never waits.
     */
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            begin(
                    () -> {
                        asked.set(false);
                        backgroundRound();
                    },
                    Duration.ofNanos(Math.max(0, notBefore - System.nanoTime())));
        }
    }

    /** One round now, after the one that runs. Never exceptionally. */
    public CompletionStage<SyncReport> syncNow() {
        CompletableFuture<SyncReport> report = new CompletableFuture<>();
        long ask = asks.incrementAndGet();
        asking.put(ask, report);
        if (schedule(() -> report.complete(runRound()), Duration.ZERO) == null || closed) {
            report.complete(CLOSED);
        }
        return report.whenComplete((done, failure) -> asking.remove(ask));
    }

    /**
     * A round, and whatever comes of it the next one: after a failure soon, though it was a tap's
     * own and not the clock's, since that tap is to be on the board within a second (BD-1).
     */
    private void backgroundRound() {
        Duration wait = backoff.afterFailure();
        try {
            if (runRound().complete()) {
                backoff.succeeded();
                wait = POLL;
            }
            Duration asked = client.retryAfter();
            notBefore = System.nanoTime() + asked.toNanos();
            wait = asked.isZero() ? wait : wait.plus(asked);
        } finally {
            next(wait);
        }
    }

    /** There is one next round, never two. */
    private void next(Duration wait) {
        ScheduledFuture<?> before = next;
        if (before != null) {
            before.cancel(false);
        }
        next = schedule(this::backgroundRound, wait);
    }

    private SyncReport runRound() {
        if (closed) {
            return CLOSED;
        }
        try {
            SyncReport report = ran(new SyncRound(port));
            note(report.problem());
            if (report.complete()) {
                pictures.look();
            }
            return report;
        } catch (RuntimeException e) {
            LOG.error("a round of sync failed; it will be tried again", e);
            return new SyncReport(false, 0, 0, e.toString());
        }
    }

    private SyncReport ran(SyncRound round) {
        Optional<Request> request = round.next();
        while (request.isPresent()) {
            client.waiting(port.unsentCount());
            long askedAt = System.nanoTime();
            try {
                round.answered(
                        client.ask(request.get()), Duration.ofNanos(System.nanoTime() - askedAt));
            } catch (IOException e) {
                round.failed(
                        e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            }
            request = round.next();
        }
        return new SyncReport(
                round.problem() == null, round.pushed(), round.pulled(), round.problem());
    }

    /** One line when it breaks, one when it works again; a week without a server fills no disk. */
    private void note(@Nullable String problem) {
        if (problem != null && lastProblem == null) {
            LOG.warn("{} works on without the server: {}", port.station(), problem);
        } else if (problem == null && lastProblem != null) {
            LOG.info("{} is in sync again", port.station());
        }
        lastProblem = problem;
    }

    /** What goes wrong in it, it says itself: nobody waits for it. */
    private void begin(Runnable task, Duration delay) {
        ScheduledFuture<?> _ = schedule(task, delay);
    }

    private @Nullable ScheduledFuture<?> schedule(Runnable task, Duration delay) {
        try {
            return thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return null; // Closed meanwhile: what is unsent is in the journal.
        }
    }

    /** A failed task must not end in a future that nobody looks at. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a step of syncing failed", e);
            }
        };
    }

    /** Called on the watch's thread. */
    private final class Pokes implements NewsWatch.Listener {

        @Override
        public void news() {
            wake();
        }

        @Override
        public void lost() {
            // What is recorded goes its way by itself; a whole floor need not ask at once.
        }
    }

    @Override
    public void close() {
        closed = true;
        news.close();
        pictures.close();
        client.close();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "a round of sync did not end in time; it goes on where the server's mark"
                                + " is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asking.values().forEach(report -> report.complete(CLOSED));
    }
}
