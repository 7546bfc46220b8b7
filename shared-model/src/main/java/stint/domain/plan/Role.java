package stint.domain.plan;

/** What a person may do. */
public enum Role {
    /** Works at benches. */
    OPERATOR,
    /** Also approves, corrects, overrides, cancels. */
    SUPERVISOR,
    /** Also plans jobs. */
    PLANNER,
    /** Says who may do what, and which stations are trusted; plans and supervises no work. */
    ADMIN;

    /** Whether this person may void, override and cancel (EV-5, PR-4). */
    public boolean supervises() {
        return this == SUPERVISOR || this == PLANNER;
    }
}
