package stint.station.core;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.work.Command;
import stint.station.store.SessionRow;
import stint.station.store.StationRow;
import stint.sync.CarriedFile;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One bench: what it knows, and what may be asked of it. Works without a server (SY-1).
 *
 * <p>Any thread may call; nothing here waits. Stages complete, and listeners are called, on the
 * core's own thread, which must not be kept waiting: a screen hops to its own thread first.
 */
public interface StationCore extends AutoCloseable {

    /** The folder with the pictures of steps, each by the name that the step gives (SOP-1). */
    Path pictures();

    /**
     * Keeps a photo as it is now, and sends it when the server is there. Exceptionally with an
     * {@link java.io.IOException} when it can't be read or kept, is too large, or is no picture.
     *
     * @return the name by which the server will have it
     */
    CompletionStage<String> keepPhoto(Path photo);

    /** The folder where a camera leaves its photos; it need not be there. */
    Path photos();

    /** Which bench this is. */
    StationCode station();

    /**
     * The number of a new command, taken when a screen opens (EV-2). However often the screen's
     * button is hit, it submits under this number.
     */
    long newCommand();

    /**
     * Asks for a command to be recorded. The stage completes when the event is durable and applied,
     * or when the bench refuses; never exceptionally. The same number again has the same outcome
     * and records nothing more.
     *
     * @param number from {@link #newCommand}
     */
    CompletionStage<Outcome> submit(long number, Command command);

    /**
     * Checks an operator's PIN, from what this bench knows (ST-1). Never exceptionally.
     *
     * @param pin digits as typed; wiped when the stage completes
     */
    CompletionStage<LoginResult> login(OperatorCode code, char[] pin);

    /** The newest state. */
    StationState state();

    /** Calls the listener with the state at each change, beginning with the next one. */
    Subscription subscribe(Consumer<StationState> listener);

    /**
     * An operator's sessions, newest first, from the store behind (OS-11). Exceptionally when the
     * store can't be had; the bench works on without it.
     *
     * @param limit at most so many
     * @param offset after so many newer ones
     */
    CompletionStage<List<SessionRow>> sessions(OperatorCode operator, int limit, int offset);

    /**
     * The station sessions opened at this bench, newest first, with their timelines, from the store
     * behind (ST-3, ST-7). Exceptionally when the store can't be had.
     *
     * @param limit at most so many
     * @param offset after so many newer ones
     */
    CompletionStage<List<StationRow>> stationSessions(int limit, int offset);

    /**
     * Says that the terminal is alive, durably (ST-5). Where it was gone for five minutes or more,
     * the sessions at it end or are held as of its last sign of life before this completes. A bench
     * that works in the background says so by itself, at its start and every 15 s.
     */
    CompletionStage<Void> beat();

    /**
     * Sends all that is unsent and fetches all there is, once. Never exceptionally: the report says
     * what went wrong.
     */
    CompletionStage<SyncReport> syncNow();

    /**
     * Writes all that the server is not known to have into a signed file, for a person to carry
     * (SY-5). Exceptionally with an {@link java.io.IOException} that says what to do.
     *
     * @param file replaced where there is one
     */
    CompletionStage<CarriedFile.Card> exportTo(Path file);

    /**
     * Takes the receipts that came back for what was exported. Exceptionally with an {@link
     * java.io.IOException} when they are not the server's word to this bench.
     *
     * @return how many events are still unsent
     */
    CompletionStage<Long> takeReceipts(Path file);

    /** Writes what waits, marks the stop as clean and lets go of the store. Idempotent. */
    @Override
    void close();

    /** A listener's place; closing it ends the calls. Idempotent. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
