package stint.station.ui.queue;

import org.jspecify.annotations.Nullable;

import stint.domain.event.TaskId;
import stint.station.ui.bench.Problem;

import java.util.List;

/**
 * What the queue shows. Immutable.
 *
 * @param cards the tasks of this page
 * @param page which page, from 0
 * @param pages how many there are, at least 1
 * @param part which part of the list
 * @param search what is being looked for; empty for nothing
 * @param notice the words in place of cards, when there are none; else empty
 * @param problem what was wrong with a scan; absent when nothing is
 * @param guided at which step their guided work is (SOP-3); empty where none is open
 * @param toApprove how much guided work waits for this supervisor (SOP-5)
 */
public record QueueView(
        List<Card> cards,
        int page,
        int pages,
        Part part,
        String search,
        String notice,
        @Nullable Problem problem,
        String guided,
        long toApprove) {

    /** Copies the list. */
    public QueueView {
        cards = List.copyOf(cards);
    }

    /** A part of the list. */
    public enum Part {
        /** All there is to do. */
        ALL,
        /** What they are at, or hold, or were given. */
        MINE,
        /** What pieces are waiting for. */
        READY,
        /** What is due today, or was before. */
        URGENT
    }

    /** What it is to whoever is logged in. Never shown by colour alone. */
    public enum Mark {
        /** They work on it. */
        ACTIVE,
        /** They hold it. */
        HELD,
        /** Pieces of it were given to them (DP-5). */
        YOURS,
        /** They may start. */
        FREE,
        /** All of it was given to others. */
        THEIRS
    }

    /**
     * One task.
     *
     * @param line the line's name
     * @param atelier which of the two lines; their badges differ in shape
     * @param heading the job's name, or the order's
     * @param good good pieces
     * @param target pieces wanted, with what stands before them
     * @param progress good over target, 0 to 1
     * @param mine what the operator's own session does, or to whom it was given, in words; empty
     *     for neither
     * @param others who else is at it; empty for nobody
     * @param due when it is due; empty without a date
     * @param ready how many pieces are ready, and which is next, in words; empty where that says
     *     nothing
     * @param spoken all of it as one sentence, for a screen reader
     */
    public record Card(
            TaskId task,
            String line,
            boolean atelier,
            String heading,
            String step,
            String good,
            String target,
            double progress,
            Mark mark,
            String mine,
            String others,
            String due,
            boolean late,
            String ready,
            String spoken) {}
}
