package stint.station.desk.kit;

import java.util.Locale;

/** What the colour of a small word means; the word says it too. */
public enum Badge {
    /** Nothing in particular. */
    PLAIN,
    /** Under way. */
    ACTIVE,
    /** Over, and well. */
    DONE,
    /** To be looked at. */
    LOOK,
    /** Late, or wrong. */
    WRONG,
    /** The atelier's line. */
    ATELIER,
    /** The line of mass production. */
    OEM;

    /** Its style class. */
    public String style() {
        return "badge-" + name().toLowerCase(Locale.ROOT);
    }
}
