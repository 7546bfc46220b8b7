package stint.server.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.OperatorCode;
import stint.server.ServerConfig;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.reconcile.Picture;
import stint.server.store.PostgresStore;
import stint.server.store.ServerStore;
import stint.server.store.SiteStore;
import stint.server.store.StoreAwayException;
import stint.server.store.StoreException;
import stint.server.store.StoreFullException;
import stint.sync.Keeping;
import stint.sync.Ledger;
import stint.sync.PushOutcome;
import stint.sync.PushedBatch;
import stint.sync.RefusalException;
import stint.sync.SnapshotKeeper;
import stint.wire.snapshot.SnapshotFiles;
import stint.wire.snapshot.Snapshots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The queue before the single writer, and the writer. It takes what waits as one group: stages it,
 * forces the journal once, folds, publishes, answers. An answer is only given for what is durable
 * (SY-3).
 *
 * <p>When the store fails, the group is answered with {@link Fault#UNAVAILABLE} and the writer
 * opens the store anew from its journal; stations send again what was not acknowledged.
 */
public final class Inbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Works in one group at most: about what one force of the journal may delay. */
    private static final int GROUP_MAX = 64;

    private static final Duration REOPEN_PAUSE = Duration.ofSeconds(2);

    private final ServerConfig config;
    private final SnapshotKeeper.Cadence cadence;
    private final BlockingQueue<Work> queue;
    private final Consumer<Picture> listener;
    private final Thread writer;
    private volatile boolean closing;
    private final AtomicBoolean newsWaits = new AtomicBoolean();
    private volatile @Nullable SiteStore store;
    private volatile @Nullable Ledger ledger;
    private volatile Picture picture;
    private @Nullable SnapshotKeeper keeper;

    /**
     * Opens the store and starts the writer.
     *
     * @param cadence how often a snapshot is kept
     * @param listener hears each new picture, on the writer's thread
     */
    public Inbox(ServerConfig config, SnapshotKeeper.Cadence cadence, Consumer<Picture> listener) {
        this.config = config;
        this.cadence = cadence;
        this.listener = listener;
        queue = new ArrayBlockingQueue<>(config.limits().queueMax());
        Ledger opened = open();
        ledger = opened;
        picture = Picture.of(opened);
        writer = Thread.ofPlatform().name("writer").start(this::run);
    }

    private Ledger open() {
        ServerConfig.Database database = config.database();
        SiteStore opened =
                database == null
                        ? ServerStore.open(config.directory())
                        : PostgresStore.open(database, this::newsOfOthers);
        Snapshots snapshots = SnapshotFiles.in(config.directory().resolve("snapshots"));
        Ledger folded =
                Ledger.open(config.site(), config.clocks(), opened, Keeping.with(snapshots));
        store = opened;
        keeper = new SnapshotKeeper(snapshots, cadence, "snapshots", folded.startedFrom());
        return folded;
    }

    /** Another server over the same store may have written. */
    private void newsOfOthers() {
        if (!newsWaits.getAndSet(true) && !queue.offer(new Work.News(new CompletableFuture<>()))) {
            newsWaits.set(false); // Who writes next hears of it by claiming.
        }
    }

    /**
     * Takes in what other servers over the same store have written.
     *
     * @return completes when a picture with it is published
     * @throws FaultException when too much is waiting
     */
    public CompletableFuture<Long> catchUp() {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        enqueue(new Work.News(answer));
        return answer;
    }

    /** The newest picture. */
    public Picture picture() {
        return picture;
    }

    /**
     * The store, for reading.
     *
     * @throws FaultException while it can't be had
     */
    public SiteStore store() {
        SiteStore current = store;
        if (current == null || ledger == null) {
            throw unavailable();
        }
        return current;
    }

    /** The position of the snapshot that the store was opened from; 0 for none. */
    public long startedFrom() {
        Ledger current = ledger;
        return current == null ? 0 : current.startedFrom();
    }

    /** Up to where a finished backup holds the feed; 0 while that can't be known. */
    public long safe() {
        SiteStore current = store;
        return current == null || ledger == null ? 0 : current.safe();
    }

    /** Whether pushes can be taken. */
    public boolean ready() {
        return ledger != null && !closing;
    }

    /** How many works wait. */
    public int waiting() {
        return queue.size();
    }

    /**
     * Queues a push.
     *
     * @throws FaultException when too much is waiting
     */
    public CompletableFuture<PushOutcome> push(PushedBatch batch) {
        CompletableFuture<PushOutcome> answer = new CompletableFuture<>();
        enqueue(new Work.Push(batch, answer));
        return answer;
    }

    /**
     * Queues events of the server's own.
     *
     * @throws FaultException when too much is waiting
     */
    public CompletableFuture<Recorded> record(
            @Nullable OperatorCode operator, Ledger.Decide decide) {
        CompletableFuture<Recorded> answer = new CompletableFuture<>();
        enqueue(new Work.Own(operator, decide, answer));
        return answer;
    }

    /**
     * Looks at what the writer knows, between two groups.
     *
     * @param look must be quick, change nothing, and give away only what does not change
     * @throws FaultException when too much is waiting
     */
    public <T> CompletableFuture<T> look(Function<Ledger, T> look) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        enqueue(new Work.Look<>(look, answer));
        return answer;
    }

    private void enqueue(Work work) {
        if (closing) {
            throw unavailable();
        }
        if (!queue.offer(work)) {
            throw FaultException.of(Fault.OVERLOADED, "too much is waiting; try again in a moment");
        }
    }

    private static FaultException unavailable() {
        return FaultException.of(
                Fault.UNAVAILABLE, "the store is not available; try again in a moment");
    }

    private void run() {
        List<Work> group = new ArrayList<>(GROUP_MAX);
        while (true) {
            try {
                Work first = queue.poll(REOPEN_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, GROUP_MAX - 1);
                }
                if (ledger != null) {
                    process(group);
                } else if (first == null) {
                    reopen();
                } else {
                    refuse(group);
                }
                group.clear();
                keepSnapshot();
                if (closing && queue.isEmpty()) {
                    break;
                }
            } catch (InterruptedException e) {
                LOG.warn("The writer is not to be interrupted; it goes on", e);
            }
        }
        Ledger last = ledger;
        if (last != null) {
            if (keeper != null) {
                keeper.stop(last.reconciler().position(), last::snapshot);
            }
            last.close();
        }
    }

    /** The next start goes on from there; whoever waits has had their answer by now. */
    private void keepSnapshot() {
        Ledger current = ledger;
        if (keeper != null && current != null) {
            keeper.progressed(current.reconciler().position(), current::snapshot);
        }
    }

    private void process(List<Work> group) {
        Ledger current = ledger;
        if (current == null) {
            return;
        }
        List<Runnable> answers = new ArrayList<>(group.size());
        try {
            claim(current, group);
            for (Work work : group) {
                answers.add(stage(current, work));
            }
            commit(current);
            answers.forEach(Runnable::run);
        } catch (StoreFullException e) {
            LOG.error("There is no room on the disk; nothing is taken until there is", e);
            current.unstage();
            refuse(group);
        } catch (StoreAwayException e) {
            LOG.error("Nothing is taken while the database is away: {}", e.toString());
            current.unstage();
            refuse(group);
        } catch (StoreException e) {
            fail(group, e);
        } catch (RuntimeException e) {
            fail(group, new StoreException("the writer failed", e));
        }
    }

    /** Who only wants to hear does not keep other servers from writing. */
    private void claim(Ledger current, List<Work> group) {
        long known = current.reconciler().position();
        if (group.stream()
                .allMatch(work -> work instanceof Work.News || work instanceof Work.Look<?>)) {
            newsWaits.set(false);
            current.catchUp();
        } else {
            current.claim();
        }
        boolean forked = !current.store().forks().equals(picture.forks());
        if (forked || current.reconciler().position() != known) {
            publish(current);
        }
    }

    private Runnable stage(Ledger current, Work work) {
        try {
            return switch (work) {
                case Work.Push push -> {
                    current.stage(push.batch());
                    yield () -> push.answer().complete(current.outcome(push.batch()));
                }
                case Work.News news -> {
                    newsWaits.set(false);
                    yield () -> news.answer().complete(current.reconciler().position());
                }
                case Work.Look<?> look -> {
                    commitBefore(current);
                    yield look.at(current);
                }
                case Work.Own own -> {
                    commitBefore(current);
                    var ids = current.stageOwn(own.operator(), own.decide());
                    yield () ->
                            own.answer()
                                    .complete(new Recorded(ids, current.reconciler().position()));
                }
            };
        } catch (RefusalException e) {
            if (e.kind() == RefusalException.Kind.FORK) {
                publish(current);
            }
            return () -> work.answer().completeExceptionally(FaultException.of(e));
        } catch (FaultException e) {
            return () -> work.answer().completeExceptionally(e);
        }
    }

    /** It goes by a floor that has all that came before it. */
    private void commitBefore(Ledger current) {
        if (current.hasStaged()) {
            commit(current);
            current.claim();
        }
    }

    private void commit(Ledger current) {
        boolean more = current.hasStaged();
        current.commit();
        if (more) {
            publish(current);
        }
    }

    private void publish(Ledger current) {
        Picture now = Picture.of(current);
        picture = now;
        listener.accept(now);
    }

    private void fail(List<Work> group, StoreException cause) {
        LOG.error("The store failed; it is opened anew from its journal", cause);
        refuse(group);
        Ledger failed = ledger;
        ledger = null;
        if (failed != null) {
            try {
                if (keeper != null) {
                    keeper.close();
                }
                failed.close();
            } catch (RuntimeException e) {
                LOG.warn("The failed store did not close cleanly", e);
            }
        }
        reopen();
    }

    /** Answers all that have no answer yet. */
    private static void refuse(List<Work> group) {
        group.forEach(work -> work.answer().completeExceptionally(unavailable()));
    }

    private void reopen() {
        try {
            Ledger opened = open();
            ledger = opened;
            publish(opened);
            LOG.info("The store is open again at position {}", opened.reconciler().position());
        } catch (RuntimeException e) {
            LOG.error("The store can't be opened; next try in {} s", REOPEN_PAUSE.toSeconds(), e);
        }
    }

    /** Finishes what waits, then closes the store. */
    @Override
    public void close() {
        closing = true;
        queue.offer(
                new Work.Own(
                        null,
                        (floor, now) -> List.of(),
                        new CompletableFuture<>())); // Wakes the writer.
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
