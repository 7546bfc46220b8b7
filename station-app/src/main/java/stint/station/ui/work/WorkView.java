package stint.station.ui.work;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;
import stint.station.ui.entry.Entry;
import stint.station.ui.kit.Metric;

import java.util.List;

/**
 * What the work screen shows. Immutable.
 *
 * @param line the line's name
 * @param atelier which of the two lines
 * @param heading the job's name, or the order's
 * @param subheading the rest of what the job is called
 * @param step the task's name
 * @param good good pieces of the task
 * @param target pieces wanted, with what stands before them
 * @param progress good over target, 0 to 1
 * @param phase what the operator is at
 * @param state that in words
 * @param mine what the operator's own session came to
 * @param facts what else is worth knowing: scrap, others at it, ready pieces, due
 * @param entry how pieces are entered
 * @param primary what the one large button does
 * @param primaryText its words
 * @param busy whether an outcome is awaited
 * @param problem what was wrong; absent when nothing is
 */
public record WorkView(
        String line,
        boolean atelier,
        String heading,
        String subheading,
        String step,
        String good,
        String target,
        double progress,
        Phase phase,
        String state,
        List<Metric> mine,
        List<Fact> facts,
        Entry entry,
        Primary primary,
        String primaryText,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the lists. */
    public WorkView {
        mine = List.copyOf(mine);
        facts = List.copyOf(facts);
    }

    /** What the operator is at. */
    public enum Phase {
        /** No session of theirs is open. */
        IDLE,
        /** They work. */
        ACTIVE,
        /** They hold it. */
        HELD,
        /** The task is done, and no session of theirs is open. */
        DONE,
        /** The task was cancelled. */
        CANCELLED
    }

    /** What the large button does. */
    public enum Primary {
        /** Begins. */
        START,
        /** Goes on after a hold. */
        RESUME,
        /** Records good pieces. */
        COMPLETE,
        /** Leaves, there being nothing more to do here. */
        BACK
    }

    /** A line of what is worth knowing. */
    public record Fact(Kind kind, String text) {

        /** What it is about. */
        public enum Kind {
            /** All good pieces are with the server. */
            CONFIRMED,
            /** Some are only here so far. */
            WAITING,
            /** Scrapped pieces. */
            SCRAP,
            /** Who else is at it. */
            OTHERS,
            /** Pieces that wait here. */
            READY,
            /** The date. */
            DUE,
            /** The date, which has passed. */
            LATE
        }
    }
}
