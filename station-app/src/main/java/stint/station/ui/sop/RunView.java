package stint.station.ui.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.StepItem;
import stint.station.ui.bench.Problem;

import java.nio.file.Path;
import java.util.List;

/**
 * What the screen of one run shows. Immutable.
 *
 * @param title the SOP's title
 * @param where which step of how many; once it has ended, how it stands
 * @param progress 0 to 1
 * @param text what to do, or how it went
 * @param picture a picture of it; absent where there is none
 * @param lines what a supervisor should see of an ended run
 * @param next what comes next; empty where nothing does
 * @param item what is asked now; absent where nothing is
 * @param problem what went wrong, with what to do; absent when nothing did
 * @param primary the one large button
 * @param primaryText its words
 * @param correct whether the last answer may be given anew
 * @param override whether a supervisor may take the step as it is (SOP-4)
 * @param approve whether a supervisor may approve it (SOP-5)
 * @param busy whether an outcome is awaited
 */
record RunView(
        Phase phase,
        String title,
        String where,
        double progress,
        String text,
        @Nullable Path picture,
        List<String> lines,
        String next,
        @Nullable Asked item,
        @Nullable Problem problem,
        Primary primary,
        String primaryText,
        boolean correct,
        boolean override,
        boolean approve,
        boolean busy) {

    /** How the screen stands. */
    enum Phase {
        /** At a step. */
        STEP,
        /** Paused. */
        PAUSED,
        /** Done, or come to nothing. */
        ENDED
    }

    /** What the large button does. */
    enum Primary {
        /** There is none: a tick is tapped, a code is scanned. */
        NONE,
        /** The step is done. */
        DONE,
        /** What was entered is right. */
        ENTER,
        /** Words are written. */
        WRITE,
        /** It goes on. */
        RESUME,
        /** Back to the work. */
        BACK,
        /** A supervisor approves. */
        APPROVE
    }

    /**
     * What is asked now.
     *
     * @param label the question
     * @param safety whether it is a safety check
     * @param limits what will do; empty for anything
     * @param typed what was entered so far
     * @param unit what a number is in; empty for none
     * @param place which question of how many; empty where there is one
     * @param optional whether it may be left out
     * @param photos what was photographed last, newest first
     */
    record Asked(
            StepItem.Ask ask,
            String label,
            boolean safety,
            String limits,
            String typed,
            String unit,
            String place,
            boolean optional,
            List<Path> photos) {

        /** Copies the list. */
        Asked {
            photos = List.copyOf(photos);
        }
    }

    /** Copies the list. */
    RunView {
        lines = List.copyOf(lines);
    }

    /** Whether there is nothing to enter: then the words have most of the room. */
    boolean plain() {
        return phase == Phase.STEP && item == null;
    }
}
