package stint.journal;

/** Whether a record is worth the last of the disk. */
public enum Urgency {
    /** New work: refused while there is room left to end it. */
    NORMAL,
    /** Ends or pauses work; taken as long as it can be written at all. */
    ENDING
}
