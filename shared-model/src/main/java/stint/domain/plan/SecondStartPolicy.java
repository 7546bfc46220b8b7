package stint.domain.plan;

/** What a station does when an operator who is active on one task starts another (OS-8). */
public enum SecondStartPolicy {
    /** Offers switch, hold the first, or back. */
    SWITCH,
    /** Refuses (seed 003, session-009). */
    REFUSE,
    /** Lets both run. */
    PARALLEL
}
