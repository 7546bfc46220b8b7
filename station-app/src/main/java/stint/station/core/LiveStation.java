package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.floor.FloorFold;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.journal.JournalFullException;
import stint.journal.UninterruptedThread;
import stint.station.store.SessionRow;
import stint.station.store.StationRow;
import stint.station.sync.Identity;
import stint.station.sync.Link;
import stint.station.sync.PictureFolder;
import stint.station.sync.SyncLoop;
import stint.sync.CarriedFile;
import stint.sync.HistoryElsewhereException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
    private final StationMemory memory;
    private final StatePublisher publisher;
    private final CommandMemory outcomes = new CommandMemory();
    private final AtomicLong commands;
    private final Logins logins;
    private final @Nullable SyncLoop sync;
    private final Presence presence;
    private final Pulse pulse;
    private final Carrier carrier;
    private final PictureFolder pictures;
    private boolean closed;

    /** Takes the memory over and begins. */
    LiveStation(
            StationConfig config,
            StationMemory memory,
            HeartbeatFile heartbeat,
            @Nullable Identity identity,
            @Nullable Link link) {
        this.config = config;
        this.memory = memory;
        commands = new AtomicLong(memory.bench().lastCommand());
        publisher = new StatePublisher(config, new FloorFold().view());
        logins =
                new Logins(
                        config.directory(),
                        config.clocks(),
                        identity == null ? null : identity.pepper());
        core = thread("core");
        pinChecks = thread("pins");
        pictures = new PictureFolder(config.directory().resolve("pictures"));
        KeptReceipts receipts = new KeptReceipts(config.directory());
        carrier = new Carrier(memory.bench(), identity, receipts);
        sync =
                link == null
                        ? null
                        : new SyncLoop(
                                link,
                                new StationSyncPort(this, config, memory, publisher, receipts),
                                new SecureRandom(),
                                pictures,
                                () -> state().floor().sops());
        presence = new Presence(config, memory, heartbeat.last());
        pulse = new Pulse(heartbeat, config.station().value());
        onCore(
                        () -> {
                            carrier.remember();
                            publisher.publish(memory);
                        })
                .join();
        if (sync != null && config.background()) {
            sync.start();
        }
        if (config.background()) {
            beat().toCompletableFuture().join(); // Nobody sees what a terminal that was gone left.
            pulse.every(this::beat);
        }
    }

    private ExecutorService thread(String role) {
        return UninterruptedThread.executor(role + "-" + config.station());
    }

    @Override
    public Path pictures() {
        return pictures.path();
    }

    @Override
    public CompletionStage<String> keepPhoto(Path photo) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pictures.keep(photo);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Override
    public Path photos() {
        return config.directory().resolve("photos");
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
        Outcome known = outcomes.outcome(number);
        if (known != null) {
            outcome.complete(known);
            return;
        }
        try {
            Outcome reached = decided(number, command);
            if (!(reached instanceof Outcome.Failed)) {
                outcomes.remember(number, reached);
            }
            outcome.complete(reached);
            memory.tidy();
        } catch (HistoryElsewhereException e) {
            LOG.info("{} needs what only the server remembers: {}", command, e.query());
            memory.bench().want(e.query());
            if (sync != null) {
                sync.wake();
            }
            outcome.complete(new Outcome.Failed(FailureCodes.OLD_WORK));
        } catch (RuntimeException e) {
            LOG.error("{} failed", command, e);
            outcome.complete(new Outcome.Failed(FailureCodes.DEFECT));
        }
    }

    private Outcome decided(long number, Command command) {
        TimeReading now = config.clocks().read();
        if (config.background()) {
            alive(now); // A tap may be quicker than the first heartbeat after a sleep.
        }
        return switch (Decider.decide(memory.bench().floor(), command, config.station(), now)) {
            case Decision.Refused refused -> new Outcome.Refused(refused);
            case Decision.Noted(Decision.Refused refused, Fact fact) ->
                    recorded(number, command.operator(), fact, now) instanceof Outcome.Failed failed
                            ? failed
                            : new Outcome.Refused(refused);
            case Decision.Accepted(Fact fact) -> recorded(number, command.operator(), fact, now);
        };
    }

    private Outcome recorded(long number, OperatorCode operator, Fact fact, TimeReading now) {
        Outcome.Recorded outcome;
        try {
            outcome = new Outcome.Recorded(memory.bench().record(number, operator, fact, now));
        } catch (JournalFullException e) {
            LOG.error("{} is refused: {}", fact, e.getMessage());
            return new Outcome.Failed(FailureCodes.DISK_FULL);
        } catch (IOException e) {
            LOG.error("{} could not be written", fact, e);
            return new Outcome.Failed(FailureCodes.JOURNAL);
        }
        publish();
        return outcome;
    }

    /** Shows what was recorded, and sends it. */
    private void publish() {
        publisher.publish(memory);
        if (sync != null && config.background()) {
            sync.wake();
        }
    }

    @Override
    public CompletionStage<Void> beat() {
        AtomicReference<@Nullable TimeReading> alive = new AtomicReference<>();
        return onCore(
                        () -> {
                            TimeReading now = config.clocks().read();
                            alive.set(alive(now) ? now : null);
                            memory.tidy();
                        })
                .thenRunAsync(() -> pulse.write(alive.get()), pulse.thread());
    }

    /**
     * The terminal is alive; what its absence brought about, if it was gone, is recorded.
     *
     * @return false when that could not be, and must be found again the next time
     */
    private boolean alive(TimeReading now) {
        try {
            if (presence.alive(now)) {
                publish();
            }
            return true;
        } catch (IOException e) {
            LOG.error("what came about while the terminal was gone can't be recorded yet", e);
            return false;
        }
    }

    @Override
    public CompletionStage<LoginResult> login(OperatorCode code, char[] pin) {
        CompletableFuture<LoginResult> result = new CompletableFuture<>();
        try {
            pinChecks.execute(() -> result.complete(checked(code, pin)));
        } catch (RejectedExecutionException e) {
            Arrays.fill(pin, '\0');
            result.complete(unavailable());
        }
        return result;
    }

    private LoginResult checked(OperatorCode code, char[] pin) {
        try {
            return logins.login(code, pin, state().floor().operator(code));
        } catch (RuntimeException e) {
            LOG.error("the PIN of {} can't be checked", code, e);
            return unavailable();
        }
    }

    private static LoginResult unavailable() {
        return new LoginResult.Rejected(LoginResult.Reason.UNAVAILABLE, Duration.ZERO);
    }

    @Override
    public StationState state() {
        return publisher.state();
    }

    @Override
    public Subscription subscribe(Consumer<StationState> listener) {
        return publisher.subscribe(listener);
    }

    @Override
    public CompletionStage<List<SessionRow>> sessions(
            OperatorCode operator, int limit, int offset) {
        return memory.store().sessions(operator, limit, offset);
    }

    @Override
    public CompletionStage<List<StationRow>> stationSessions(int limit, int offset) {
        return memory.store().stationSessions(config.station(), limit, offset);
    }

    @Override
    public CompletionStage<SyncReport> syncNow() {
        return sync == null
                ? CompletableFuture.completedFuture(
                        new SyncReport(false, 0, 0, "this bench has no server"))
                : sync.syncNow();
    }

    @Override
    public CompletionStage<CarriedFile.Card> exportTo(Path file) {
        return carried(() -> carrier.export(file));
    }

    @Override
    public CompletionStage<Long> takeReceipts(Path file) {
        return carried(() -> {
            long unsent = carrier.takeReceipts(file);
            publisher.publish(memory);
            return unsent;
        });
    }

    private <T> CompletionStage<T> carried(Callable<T> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            core.execute(() -> {
                try {
                    result.complete(step.call());
                } catch (Exception e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new IOException("the bench is closed", e));
        }
        return result;
    }

    /** Runs a step on the core's thread. */
    CompletableFuture<Void> onCore(Runnable step) {
        try {
            return CompletableFuture.runAsync(step, core);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new IllegalStateException("closed", e));
        }
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
        if (config.background()) {
            var _ = beat(); // The core does what it was given before it ends.
        }
        end(core);
        end(pinChecks);
        pulse.close();
        memory.close();
    }

    static void end(ExecutorService thread) {
        UninterruptedThread.end(thread);
        try {
            if (!thread.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("a bench's thread did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
