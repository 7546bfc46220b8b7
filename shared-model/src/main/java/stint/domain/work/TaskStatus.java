package stint.domain.work;

/** A task's status (PR-2). */
public enum TaskStatus {
    /** Nothing has happened. */
    PENDING,
    /** A session is open or good pieces exist. */
    IN_PROGRESS,
    /** Good has reached the target. */
    DONE;

    /** The word in exports and scenarios: pending, in_progress, done. */
    public String word() {
        return switch (this) {
            case PENDING -> "pending";
            case IN_PROGRESS -> "in_progress";
            case DONE -> "done";
        };
    }
}
