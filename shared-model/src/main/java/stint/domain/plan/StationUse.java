package stint.domain.plan;

/** What a station is trusted with. */
public enum StationUse {
    /** Records work: pushes its events and follows the feed. */
    BENCH,
    /** Shows the board, and may do nothing else. */
    BOARD
}
