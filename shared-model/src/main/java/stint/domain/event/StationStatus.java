package stint.domain.event;

/** What a station is doing while somebody is signed on at it (ST-3). */
public enum StationStatus {
    /** Being made ready: tools, material, first piece. */
    SETUP,
    /** Making pieces. */
    PRODUCTION,
    /** Standing still; the reason says why. What every session begins with. */
    STOPPED,
    /** Standing still as planned, so that a report can tell it from a breakdown. */
    MAINTENANCE
}
