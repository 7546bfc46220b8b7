package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Event;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.journal.JournalFullException;
import stint.journal.Urgency;
import stint.station.sync.SyncLoop;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A bench at work. One thread decides, waits for the disk, folds and tells the listeners, in that
 * order, one command after the other; so a command is judged by everything before it, and the
 * screen says yes only to what is durable (SYNC "the bench store").
 */
final class LiveStation implements StationCore {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStation.class);
    private static final long STOP_SECONDS_MAX = 10;

    private final StationConfig config;
    private final ExecutorService core;
    private final ExecutorService pinChecks;
    private final AtomicLong commands = new AtomicLong();
    private final List<Consumer<StationState>> listeners = new CopyOnWriteArrayList<>();
    private final FloorFold floor = new FloorFold();
    private final Recorder recorder;
    private final CommandMemory memory = new CommandMemory();
    private final Logins logins;
    private @Nullable OwnLog own;
    private @Nullable FeedLog feed;
    private @Nullable SyncLoop sync;
    private SyncState syncState = SyncState.NEVER;
    private volatile StationState state;
    private boolean closed;

    LiveStation(StationConfig config) {
        this.config = config;
        this.core = thread("core");
        this.pinChecks = thread("pins");
        this.recorder = new Recorder(config.station(), config.site());
        this.logins = new Logins(config.directory(), config.clocks());
        this.state =
                new StationState(
                        config.station(), floor.view(), syncState, config.clocks().read().time());
    }

    private ExecutorService thread(String role) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(StationCores.threadName(role, config)).factory());
    }

    /** Reads what is there and begins. */
    void open() throws IOException {
        FeedLog openedFeed =
                FeedLog.open(config.directory().resolve("feed"), body -> applyFeedBody(body, null));
        feed = openedFeed;
        OwnLog openedOwn =
                OwnLog.open(config.station(), config.directory().resolve("own"), this::applyOwn);
        own = openedOwn;
        if (!openedOwn.startedCleanly()) {
            recorder.startedUncleanly();
        }
        if (config.server() != null) {
            StationSyncPort port = new StationSyncPort(this, config, openedOwn, openedFeed);
            sync = new SyncLoop(config.server(), port, new java.security.SecureRandom());
        }
        onCore(this::publish).join();
        if (sync != null && config.backgroundSync()) {
            sync.start();
        }
    }

    private void applyOwn(StoredEvent stored) {
        stored.event()
                .ifPresentOrElse(
                        event -> {
                            config.clocks().resume(event.clock());
                            recorder.kept(event);
                            floor.apply(event);
                        },
                        () -> floor.quarantine(stored.id()));
    }

    /**
     * Folds an event of the feed.
     *
     * @param now absent while what was fetched long ago is read again
     */
    void applyFeedBody(byte[] body, @Nullable TimeReading now) {
        try {
            StoredEvent stored = StoredEvent.read(body);
            if (now != null && own != null) {
                own.seenInFeed(stored.id());
            }
            stored.event()
                    .ifPresentOrElse(
                            event -> {
                                recorder.heard(event, now == null ? event.clock() : now);
                                floor.apply(event);
                            },
                            () -> floor.quarantine(stored.id()));
        } catch (UnreadableEventException e) {
            LOG.error("the feed brought what is no event; it is skipped", e);
        }
    }

    @Override
    public StationCode station() {
        return config.station();
    }

    @Override
    public long newCommand() {
        return commands.incrementAndGet();
    }

    @Override
    public CompletionStage<Outcome> submit(long number, Command command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try {
            core.execute(() -> decide(number, command, outcome));
        } catch (RejectedExecutionException e) {
            outcome.complete(new Outcome.Failed(FailureCodes.CLOSED));
        }
        return outcome;
    }

    private void decide(long number, Command command, CompletableFuture<Outcome> outcome) {
        CompletableFuture<Outcome> first = memory.outcome(number);
        if (first != null) {
            outcome.complete(first.join()); // Complete: this thread completed it, before.
            return;
        }
        memory.remember(number, outcome);
        try {
            outcome.complete(decided(number, command));
        } catch (RuntimeException e) {
            LOG.error("{} failed", command, e);
            outcome.complete(new Outcome.Failed(FailureCodes.DEFECT));
        }
    }

    private Outcome decided(long number, Command command) {
        TimeReading now = config.clocks().read();
        return switch (Decider.decide(floor, command, config.station(), now)) {
            case Decision.Refused refused -> new Outcome.Refused(refused);
            case Decision.Accepted(Fact fact) -> record(number, command.operator(), fact, now);
        };
    }

    private Outcome record(long number, OperatorCode operator, Fact fact, TimeReading now) {
        OwnLog log = own;
        if (log == null || feed == null) {
            return new Outcome.Failed(FailureCodes.CLOSED);
        }
        Event event = recorder.event(operator, fact, now, feed.cursor().position(), number);
        StoredEvent stored = StoredEvent.recorded(event);
        try {
            log.append(stored, urgencyOf(fact)).toCompletableFuture().join();
        } catch (CompletionException e) {
            LOG.error("{} could not be written", event.id(), e.getCause());
            boolean full = e.getCause() instanceof JournalFullException;
            return new Outcome.Failed(full ? FailureCodes.DISK_FULL : FailureCodes.JOURNAL);
        }
        log.kept(stored);
        recorder.kept(event);
        floor.apply(event);
        publish();
        if (sync != null && config.backgroundSync()) {
            sync.wake();
        }
        return new Outcome.Recorded(event);
    }

    /** What ends or pauses work is taken to the last byte of the disk. */
    private static Urgency urgencyOf(Fact fact) {
        return switch (fact) {
            case WorkFact.Held held -> Urgency.ENDING;
            case WorkFact.SessionEnded ended -> Urgency.ENDING;
            case WorkFact.ShiftEnded ended -> Urgency.ENDING;
            default -> Urgency.NORMAL;
        };
    }

    @Override
    public CompletionStage<LoginResult> login(OperatorCode code, char[] pin) {
        CompletableFuture<LoginResult> result = new CompletableFuture<>();
        try {
            pinChecks.execute(() -> result.complete(checked(code, pin)));
        } catch (RejectedExecutionException e) {
            result.complete(unavailable());
        }
        return result;
    }

    private LoginResult checked(OperatorCode code, char[] pin) {
        try {
            return logins.login(code, pin, state.floor().operator(code));
        } catch (RuntimeException e) {
            LOG.error("the PIN of {} can't be checked", code, e);
            return unavailable();
        }
    }

    private static LoginResult unavailable() {
        return new LoginResult.Rejected(LoginResult.Reason.UNAVAILABLE, java.time.Duration.ZERO);
    }

    @Override
    public StationState state() {
        return state;
    }

    @Override
    public Subscription subscribe(Consumer<StationState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<SyncReport> syncNow() {
        return sync == null
                ? CompletableFuture.completedFuture(
                        new SyncReport(false, 0, 0, "this bench has no server"))
                : sync.syncNow();
    }

    /** Runs a step on the core's thread. */
    CompletableFuture<Void> onCore(Runnable step) {
        try {
            return CompletableFuture.runAsync(step, core);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new IllegalStateException("closed", e));
        }
    }

    /** The server was heard, or not. On the core's thread. */
    void contact(boolean connected, @Nullable Instant at) {
        syncState =
                new SyncState(
                        connected,
                        syncState.unsent(),
                        syncState.unsentSince(),
                        at == null ? syncState.lastContact() : at,
                        syncState.position());
    }

    /** Makes and hands out a new picture. On the core's thread. */
    void publish() {
        OwnLog log = own;
        FeedLog heard = feed;
        if (log == null || heard == null) {
            return;
        }
        syncState =
                new SyncState(
                        syncState.connected(),
                        log.unsent(),
                        unsentSince(log),
                        syncState.lastContact(),
                        heard.cursor().position());
        StationState next =
                new StationState(
                        config.station(), floor.view(), syncState, config.clocks().read().time());
        state = next;
        for (Consumer<StationState> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.error("a listener failed; the others are told all the same", e);
            }
        }
    }

    /** Read from the disk only when the oldest unsent event is another one than before. */
    private @Nullable Instant unsentSince(OwnLog log) {
        if (log.unsent() == 0) {
            return null;
        }
        boolean same = syncState.unsentSince() != null && log.unsent() > syncState.unsent();
        if (same) {
            return syncState.unsentSince();
        }
        Optional<Event> oldest = log.oldestUnsent().flatMap(StoredEvent::event);
        return oldest.map(Event::time).orElse(null);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        if (sync != null) {
            sync.close();
        }
        end(core);
        end(pinChecks);
        closeLog(own);
        closeLog(feed);
    }

    private static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("a bench's thread did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeLog(@Nullable AutoCloseable log) {
        if (log != null) {
            try {
                log.close();
            } catch (Exception e) {
                LOG.error("a journal did not close; the next start will be an unclean one", e);
            }
        }
    }
}
