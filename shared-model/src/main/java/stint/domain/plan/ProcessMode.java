package stint.domain.plan;

/** How pieces are counted at a task (SN-1). */
public enum ProcessMode {
    /** By name: a complete names its serials. */
    PIECE,
    /** By number: a complete carries a quantity. */
    BATCH
}
