package stint.domain.plan;

/** What a person may do. */
public enum Role {
    /** Works at benches. */
    OPERATOR,
    /** Also approves, corrects, overrides, cancels. */
    SUPERVISOR,
    /** Also plans jobs. */
    PLANNER;

    /** Whether this person may void, override and cancel (EV-5, PR-4). */
    public boolean supervises() {
        return this == SUPERVISOR || this == PLANNER;
    }
}
