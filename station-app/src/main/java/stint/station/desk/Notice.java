package stint.station.desk;

import java.util.List;

/**
 * What the desk says about the last thing that was done.
 *
 * @param lines one for each thing that is to be known; none says nothing
 * @param code for whoever is called for help; empty where nothing went wrong
 */
record Notice(Tone tone, List<String> lines, String code) {

    /** How it is meant; also by its icon, never by colour alone. */
    enum Tone {
        /** It was done. */
        DONE,
        /** It was not done; look again. */
        LOOK,
        /** It was refused. */
        WRONG
    }

    /** Copies the list. */
    Notice {
        lines = List.copyOf(lines);
    }
}
