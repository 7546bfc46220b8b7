package stint.simulation;

/** A mistake that the simulation must notice (SYNC "Proof"). */
enum Mutant {
    /** The program as it is. */
    NONE,
    /** The server answers before its journal has forced the events. */
    ACKNOWLEDGE_BEFORE_COMMIT,
    /** What was just committed is not yet at the positions it will have. */
    POSITIONS_OUT_OF_ORDER,
    /** A bench takes any answer for an acknowledgement of all it sent. */
    COUNTED_ACKNOWLEDGEMENTS,
    /** A bench keeps the cursor first, then the events it covers. */
    CURSOR_BEFORE_DATA,
    /** A bench that started uncleanly writes on under its old epoch. */
    NO_EPOCH,
    /** A server that was put back from a backup keeps its generation. */
    NO_GENERATION,
    /** What the server's own log lost with a backup is not given back. */
    NOTHING_RETURNED,
    /** A bench that goes on from a snapshot misses the first piece of the feed behind it. */
    TAIL_SKIPPED,
    /** A bench lets go of its own events before they have come back with the feed. */
    LET_GO_TOO_EARLY,
    /** What was before a base is not remembered, though a bench asks. */
    NOTHING_REMEMBERED
}
