package stint.domain.work;

/** How far a duration can be trusted (SN-4), best first. */
public enum Grade {
    /** One piece between two recorded moments. */
    MEASURED,
    /** Shared among the pieces of one complete, or among parallel tasks. */
    ALLOCATED,
    /** Its end was set by a rule, not by a person. */
    AUTO_CLOSED,
    /** Changed afterwards by a person. */
    CORRECTED,
    /** The clocks behind it disagree. */
    CLOCK_SUSPECT;

    /** The lesser of two grades. */
    public Grade and(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
