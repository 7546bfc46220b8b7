package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.plan.Job;

/**
 * How far one task is while it is folded: its sums, whether the target is reached or the task
 * cancelled, and what a person should know of that (PR-1 to PR-5). Used by one thread, inside
 * {@link TaskFold} only.
 */
final class Progress {

    private final @Nullable Job job;
    private final TaskExceptions exceptions;
    private long good;
    private long scrap;
    private @Nullable Event done;
    private boolean cancelled;

    Progress(@Nullable Job job, TaskExceptions exceptions) {
        this.job = job;
        this.exceptions = exceptions;
    }

    long good() {
        return good;
    }

    long scrap() {
        return scrap;
    }

    /** The event that reached the target, if it is reached. */
    @Nullable Event done() {
        return done;
    }

    boolean isDone() {
        return done != null;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /**
     * Adds good pieces, which a supervisor may have allowed.
     *
     * @return whether the target is reached with these
     */
    boolean add(Event event, int pieces, boolean approved) {
        good += pieces;
        if (job == null) {
            return false;
        }
        long goodMax = Tolerance.goodMax(job.target(), job.toleranceBasisPoints());
        if (pieces > 0 && !approved && good > goodMax) {
            exceptions.overProduction(event);
        }
        boolean reached = done == null && good >= job.target();
        if (reached) {
            done = event;
        }
        return reached;
    }

    void addScrap(int pieces) {
        scrap += pieces;
    }

    void cancel() {
        cancelled = true;
    }

    /** What was made in a session counts no more (PR-1). */
    void leaveOut(Session.Core session) {
        good -= session.good();
        scrap -= session.scrap();
    }
}
