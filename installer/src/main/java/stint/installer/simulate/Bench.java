package stint.installer.simulate;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.domain.plan.Station;
import stint.domain.work.Command;
import stint.domain.work.FloorView;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.core.SyncReport;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One bench of a simulated floor: the real core on a directory of its own. One thread. */
final class Bench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Station station;
    private final String site;
    private final Path directory;
    private final URI server;
    private final Machine machine;

    private @Nullable StationCore core;
    private boolean online = true;
    private int lives;

    Bench(Station station, String site, Path directory, URI server, Machine machine) {
        this.station = station;
        this.site = site;
        this.directory = directory;
        this.server = server;
        this.machine = machine;
    }

    StationCode code() {
        return station.code();
    }

    Station station() {
        return station;
    }

    Machine machine() {
        return machine;
    }

    boolean running() {
        return core != null;
    }

    boolean online() {
        return online;
    }

    void online(boolean now) {
        online = now;
    }

    /** Starts the bench on the store it left; one that runs is shut down in order first. */
    void start() throws IOException {
        close();
        core =
                StationCores.open(
                        new StationConfig(code(), site, store(), server, machine.clocks(), false));
    }

    /**
     * Kills the bench. A killed process leaves its files as they are at that moment, whatever it
     * still meant to write: so they are copied now, the copy is what the next start finds, and what
     * the old one still does is lost.
     */
    void crash() throws IOException {
        StationCore killed = running(core);
        Path left = store();
        lives++;
        Directories.copy(left, store());
        core = null;
        killed.close();
        Directories.delete(left);
    }

    /**
     * Gives a command.
     *
     * @param taps how often the button of the one screen is hit; the last answer is the screen's
     */
    Outcome submit(Command command, int taps) {
        StationCore open = running(core);
        long number = open.newCommand();
        Outcome outcome = await(open.submit(number, command));
        for (int tap = 1; tap < taps; tap++) {
            outcome = await(open.submit(number, command));
        }
        return outcome;
    }

    SyncReport sync() {
        return await(running(core).syncNow());
    }

    /** Own events that the server has not acknowledged. */
    long unsent() {
        return running(core).state().sync().unsent();
    }

    FloorView floor() {
        return running(core).state().floor();
    }

    private Path store() {
        return directory.resolve("life-" + lives);
    }

    private StationCore running(@Nullable StationCore open) {
        if (open == null) {
            throw new IllegalStateException(code() + " is not running");
        }
        return open;
    }

    private <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(code() + " failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    code() + " did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        StationCore open = core;
        core = null;
        if (open != null) {
            open.close();
        }
    }
}
