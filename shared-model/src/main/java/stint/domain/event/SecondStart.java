package stint.domain.event;

/** What happens to the task one is active on when one starts another (OS-8). */
public enum SecondStart {
    /** The first session is closed. */
    SWITCH,
    /** The first session is held. */
    HOLD,
    /** Both run; their common minutes are shared. */
    PARALLEL,
    /**
     * Nothing: as far as the bench knew, the operator was at work on this task already, and only a
     * piece begins (OS-2). Said by the bench, never asked of a person.
     */
    STAY
}
