package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One operator's work on one task, over as many days as it takes (DOMAIN §4). */
public sealed interface Session {

    /** What every session has, whatever its state. */
    Core core();

    /**
     * The part of a session that outlives its changes of state.
     *
     * @param id the event that opened it
     * @param task what is worked on
     * @param operator who works
     * @param station where it was last recorded on as open
     * @param startedAt when it opened
     * @param good good pieces recorded in it
     * @param scrap scrapped pieces recorded in it
     * @param paused the pauses that have ended, exact
     * @param worked the stretches of work that have ended, in order
     */
    record Core(
            EventId id,
            TaskId task,
            OperatorCode operator,
            StationCode station,
            Instant startedAt,
            long good,
            long scrap,
            Duration paused,
            List<Span> worked) {

        /** Copies the list. */
        public Core {
            worked = List.copyOf(worked);
        }

        Core at(StationCode newStation) {
            return new Core(id, task, operator, newStation, startedAt, good, scrap, paused, worked);
        }

        Core plus(long moreGood, long moreScrap) {
            return new Core(
                    id,
                    task,
                    operator,
                    station,
                    startedAt,
                    good + moreGood,
                    scrap + moreScrap,
                    paused,
                    worked);
        }

        Core plusPause(Duration pause) {
            return new Core(
                    id,
                    task,
                    operator,
                    station,
                    startedAt,
                    good,
                    scrap,
                    paused.plus(pause),
                    worked);
        }

        Core plusWork(Instant from, Instant to) {
            List<Span> longer = new ArrayList<>(worked);
            longer.add(new Span(from, to.isBefore(from) ? from : to));
            return new Core(id, task, operator, station, startedAt, good, scrap, paused, longer);
        }
    }

    /**
     * A stretch of time.
     *
     * @param to not before {@code from}
     */
    record Span(Instant from, Instant to) {}

    /**
     * Being worked on.
     *
     * @param since when the present stretch of work began
     */
    record Active(Core core, Instant since) implements Session {}

    /**
     * Held.
     *
     * @param since when the pause began
     * @param reason a managed reason's code, where one was given
     */
    record Paused(Core core, Instant since, @Nullable String reason) implements Session {}

    /**
     * Closed with its work counted.
     *
     * @param endedAt when, or as of when
     * @param cause what closed it
     */
    record Completed(Core core, Instant endedAt, Cause cause) implements Session {}

    /** Closed by a cancellation; its pieces count no more (PR-1). */
    record Cancelled(Core core, Instant endedAt) implements Session {}

    /** What closed a session (OS-7, OS-10). */
    enum Cause {
        /** Its task reached its target. */
        TASK_DONE,
        /** Its operator started another task. */
        OTHER_TASK,
        /** Its operator ended it. */
        ENDED,
        /** Its operator started at another bench, which did not know of it. */
        OTHER_BENCH,
        /** Nothing was recorded on it for days (OS-7). */
        STALE
    }

    /** Open means active or paused (OS-1). */
    default boolean open() {
        return this instanceof Active || this instanceof Paused;
    }

    /** The word for the state in exports and scenarios: active, paused, completed, cancelled. */
    default String status() {
        return switch (this) {
            case Active a -> "active";
            case Paused p -> "paused";
            case Completed c -> "completed";
            case Cancelled c -> "cancelled";
        };
    }

    /** Good pieces that count towards the task (PR-1). */
    default long counted() {
        return this instanceof Cancelled ? 0 : core().good();
    }
}
