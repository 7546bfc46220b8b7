package stint.domain.event;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an operator did at a bench (DOMAIN §4).
 *
 * <p>{@code session} names the operator's session on the task that the bench believed open when it
 * recorded the fact, by the event that opened it; absent when it believed there was none. With it
 * the fold tells apart what a bench did not know from what it meant (OS-10, PR-5).
 */
public sealed interface WorkFact extends Fact {

    /** A fact about one task. */
    sealed interface OnTask extends WorkFact {

        /** The task worked on. */
        TaskId task();

        /** The session the bench believed open, if any. */
        @Nullable EventId session();
    }

    /** Pieces came out of the task: good ones of either kind, or scrap. */
    sealed interface Counted extends OnTask {

        /** How many pieces, at least 1. In piece mode the number of serials. */
        int quantity();

        /** The pieces by name in piece mode; empty in batch mode (SN-1). */
        List<Serial> serials();
    }

    /** Good pieces (PR-1). */
    sealed interface Good extends Counted {

        /** A supervisor's leave where the bench would have refused. */
        @Nullable Approval approval();
    }

    /**
     * Work on a task began, went on after a pause, or a new piece began (OS-2).
     *
     * @param second what becomes of the other active sessions; absent when the bench knew of none
     * @param leaving the other open sessions the bench knew of
     * @param piece the piece that begins, where it was scanned
     */
    record Started(
            TaskId task,
            @Nullable EventId session,
            @Nullable SecondStart second,
            List<EventId> leaving,
            @Nullable Serial piece,
            @Nullable Approval approval)
            implements OnTask {

        /** Copies the list. */
        public Started {
            leaving = List.copyOf(leaving);
        }
    }

    /**
     * Work paused (OS-3).
     *
     * @param reason a managed reason's code
     */
    record Held(TaskId task, @Nullable EventId session, @Nullable String reason)
            implements OnTask {}

    /**
     * Work went on (OS-4).
     *
     * @param second as for {@link Started}
     * @param leaving as for {@link Started}
     */
    record Resumed(
            TaskId task,
            @Nullable EventId session,
            @Nullable SecondStart second,
            List<EventId> leaving,
            @Nullable Approval approval)
            implements OnTask {

        /** Copies the list. */
        public Resumed {
            leaving = List.copyOf(leaving);
        }
    }

    /** Good pieces were made (OS-5). */
    record Completed(
            TaskId task,
            @Nullable EventId session,
            int quantity,
            List<Serial> serials,
            @Nullable Approval approval)
            implements Good {

        /** Checks the quantity. */
        public Completed {
            serials = List.copyOf(serials);
            Counts.requireCount(quantity, serials);
        }
    }

    /** Pieces passed quality control; counts like {@link Completed} (DOMAIN §4). */
    record Passed(
            TaskId task,
            @Nullable EventId session,
            int quantity,
            List<Serial> serials,
            @Nullable Approval approval)
            implements Good {

        /** Checks the quantity. */
        public Passed {
            serials = List.copyOf(serials);
            Counts.requireCount(quantity, serials);
        }
    }

    /**
     * Pieces were scrapped ({@code fail}, OS-6).
     *
     * @param reason a managed reason's code
     */
    record Scrapped(
            TaskId task,
            @Nullable EventId session,
            int quantity,
            List<Serial> serials,
            String reason)
            implements Counted {

        /** Checks the quantity. */
        public Scrapped {
            serials = List.copyOf(serials);
            Counts.requireCount(quantity, serials);
        }
    }

    /**
     * Quality control sent pieces back for rework: a new visit to an earlier task, never new output
     * (DP-4).
     *
     * @param serials the pieces, at least one
     * @param to the number of the task they go back to
     * @param reason a managed reason's code
     */
    record SentBack(
            TaskId task, @Nullable EventId session, List<Serial> serials, int to, String reason)
            implements OnTask {

        /** Checks that pieces are named. */
        public SentBack {
            serials = List.copyOf(serials);
            if (serials.isEmpty()) {
                throw new IllegalArgumentException("pieces sent back must be named");
            }
        }
    }

    /** The operator ended the session (OS-7). */
    record SessionEnded(TaskId task, @Nullable EventId session) implements OnTask {}

    /** The operator ended the shift: all active sessions pause (OS-9). */
    record ShiftEnded() implements WorkFact {}
}
