package stint.domain.sop;

import stint.domain.event.SopFact;

import java.util.List;

/** Decides on what the office wants done to its SOPs (SOP-1, SOP-6). Pure. */
public final class SopDesk {

    private SopDesk() {}

    /** What is said to the office. */
    public sealed interface Answer {

        /** Write this. */
        record Yes(SopFact fact) implements Answer {}

        /**
         * Nothing is written.
         *
         * @param why which rule
         * @param details all that is wrong, in words for who writes SOPs
         * @param open the runs in the way
         */
        record No(Why why, List<String> details, List<WorkSession> open) implements Answer {}
    }

    /** Why the office is refused. */
    public enum Why {
        /** There is no such SOP, or it was deleted. */
        UNKNOWN,
        /** Confirmed versions don't change; another version is the next one. */
        VERSION,
        /** It is not fit to work by yet. */
        UNFINISHED,
        /** Somebody works by it (SOP-6). */
        OPEN_RUNS
    }

    /** Saves a draft, whole; it has to bear the next version's number. */
    public static Answer draft(SopBook book, Sop sop) {
        SopLine line = book.line(sop.code()).orElse(null);
        if (line != null && line.deleted() != null) {
            return no(Why.UNKNOWN, "SOP " + sop.code() + " was deleted; take another code");
        }
        int next = line == null ? 1 : line.nextVersion();
        return sop.version() == next
                ? new Answer.Yes(new SopFact.Drafted(sop))
                : no(Why.VERSION, "the next version of " + sop.code() + " is " + next);
    }

    /** Makes the draft the version to work by. */
    public static Answer confirm(SopBook book, String code) {
        SopLine line = book.line(code).orElse(null);
        if (line == null || line.deleted() != null) {
            return no(Why.UNKNOWN, "there is no SOP " + code);
        }
        Sop draft = line.draft();
        if (draft == null) {
            return no(Why.VERSION, "SOP " + code + " has no draft to confirm");
        }
        List<String> problems = draft.problems();
        return problems.isEmpty()
                ? new Answer.Yes(new SopFact.Confirmed(code, draft.version()))
                : new Answer.No(Why.UNFINISHED, problems, List.of());
    }

    /** Deletes an SOP by which nobody works (SOP-6). */
    public static Answer delete(SopBook book, String code) {
        SopLine line = book.line(code).orElse(null);
        if (line == null || line.deleted() != null) {
            return no(Why.UNKNOWN, "there is no SOP " + code);
        }
        List<WorkSession> open = book.openOf(code);
        return open.isEmpty()
                ? new Answer.Yes(new SopFact.Deleted(code))
                : new Answer.No(
                        Why.OPEN_RUNS,
                        open.stream()
                                .map(run -> run.id() + " of " + run.worker() + " is open")
                                .toList(),
                        open);
    }

    private static Answer no(Why why, String detail) {
        return new Answer.No(why, List.of(detail), List.of());
    }
}
