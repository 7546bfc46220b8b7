package stint.station.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.work.FloorView;
import stint.journal.UninterruptedThread;
import stint.station.store.Watchdog.StepFailedException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * What the bench knows, in H2, for queries. It follows the journals by itself, on threads of its
 * own, and nobody waits for it. The journals are the truth: after an unclean stop, or at any doubt
 * (missing, empty, older, newer, broken, hanging), it is built anew from them (SYNC "the bench
 * store").
 *
 * <p>Any thread may call.
 */
public final class StationStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationStore.class);

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean poked = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final StoreKeeper keeper;
    private final Duration closeMax;
    private volatile @Nullable FloorView floor;

    private StationStore(StoreKeeper keeper, Duration closeMax, String name) {
        this.keeper = keeper;
        this.closeMax = closeMax;
        new UninterruptedThread("store " + name, this::work).start();
    }

    /**
     * Opens the store in a directory, which is made when missing. Returns at once; what follows
     * happens behind.
     *
     * @param journals what to follow; they must be closed after the store
     * @param afterCleanStop false when the last run ended without a close: then it is built anew
     */
    public static StationStore open(Path directory, List<Followed> journals, boolean afterCleanStop)
            throws IOException {
        return open(directory, journals, afterCleanStop, H2Database::open, StoreLimits.STANDARD);
    }

    static StationStore open(
            Path directory,
            List<Followed> journals,
            boolean afterCleanStop,
            StoreDatabase.Opener opener,
            StoreLimits limits)
            throws IOException {
        StoreFiles files = new StoreFiles(directory);
        StoreKeeper keeper =
                new StoreKeeper(files, new StoreSource(journals), opener, limits, afterCleanStop);
        return new StationStore(keeper, limits.closeMax(), directory.toString());
    }

    /** The journals have more, and this is what they come to. Never waits. */
    public void changed(FloorView newFloor) {
        floor = newFloor;
        if (poked.compareAndSet(false, true)) {
            inbox.add(this::catchUp);
        }
    }

    /**
     * Completes when all that was durable before the call is in; exceptionally when it can't be.
     */
    public CompletionStage<Void> caughtUp() {
        return ask(database -> null);
    }

    /**
     * An operator's sessions, newest first (OS-11). Completes behind what was durable before the
     * call; exceptionally when the database can't be had.
     *
     * @param limit at most so many
     * @param offset after so many newer ones
     */
    public CompletionStage<List<SessionRow>> sessions(
            OperatorCode operator, int limit, int offset) {
        return ask(database -> database.sessions(operator.value(), limit, offset));
    }

    /**
     * The station sessions opened at a bench, newest first (ST-3, ST-7); see {@link #sessions} for
     * when.
     *
     * @param limit at most so many
     * @param offset after so many newer ones
     */
    public CompletionStage<List<StationRow>> stationSessions(
            StationCode bench, int limit, int offset) {
        return ask(database -> database.stationSessions(bench.value(), limit, offset));
    }

    /** How many events the store holds; see {@link #sessions} for when. */
    public CompletionStage<Long> events() {
        return ask(StoreDatabase::events);
    }

    private <T> CompletionStage<T> ask(Function<StoreDatabase, @Nullable T> query) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (closing.get()) {
            answer.completeExceptionally(new IllegalStateException("the store is closed"));
        } else {
            inbox.add(() -> answer(query, answer));
        }
        return answer;
    }

    private <T> void answer(
            Function<StoreDatabase, @Nullable T> query, CompletableFuture<T> answer) {
        catchUp();
        try {
            answer.complete(asked(query));
        } catch (StepFailedException | IllegalStateException e) {
            answer.completeExceptionally(e);
        }
    }

    /** A database that can't answer is in doubt too: damage may lie where only a query looks. */
    private <T> T asked(Function<StoreDatabase, @Nullable T> query) throws StepFailedException {
        try {
            return keeper.ask(query);
        } catch (StepFailedException e) {
            LOG.error("the local store can't answer and is built anew from the journal", e);
            keeper.discard();
            catchUp();
            return keeper.ask(query);
        }
    }

    private void work() {
        while (!closing.get() || !inbox.isEmpty()) {
            try {
                inbox.take().run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("the store's thread takes no interrupts", e);
            } catch (RuntimeException e) {
                LOG.error("a step of the store failed", e);
            }
        }
        ended.complete(keeper.close());
    }

    private void catchUp() {
        poked.set(false);
        keeper.catchUp(floor);
    }

    /**
     * Catches up and closes, if that can be had in time; else the next start builds anew.
     * Idempotent.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            inbox.add(this::catchUp);
        }
        boolean well =
                ended.completeOnTimeout(
                                false,
                                closeMax.toMillis(),
                                java.util.concurrent.TimeUnit.MILLISECONDS)
                        .join();
        if (!well) {
            LOG.warn("the store was not closed well; the next start builds it anew");
        }
    }
}
