package stint.station.core;

import java.util.Set;

/** The short codes of what can go wrong at a bench, as shown on its screen. */
public final class FailureCodes {

    /** The disk is full; ending a session may still work. */
    public static final String DISK_FULL = "ST-DISK-FULL";

    /** The journal can't be written; the bench records nothing until it is started again. */
    public static final String JOURNAL = "ST-JOURNAL";

    /** The core is closed or closing. */
    public static final String CLOSED = "ST-CLOSED";

    /** A defect: the log has the details. */
    public static final String DEFECT = "ST-DEFECT";

    /** It speaks of old work that only the server remembers; once that is reached it goes. */
    public static final String OLD_WORK = "ST-OLD-WORK";

    /** All of them. */
    public static final Set<String> ALL = Set.of(DISK_FULL, JOURNAL, CLOSED, DEFECT, OLD_WORK);

    private FailureCodes() {}
}
