package stint.domain.event;

/** When a station's checklist is due (ST-2). */
public enum ChecklistKind {
    /** Before any work. */
    OPENING,
    /** Before signing off. */
    CLOSING
}
