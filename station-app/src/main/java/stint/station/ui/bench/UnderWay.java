package stint.station.ui.bench;

import org.jspecify.annotations.Nullable;

/**
 * How many commands of the kiosk's screens have no outcome yet, for what may only be done when it
 * is known what was done last. On the FX thread only.
 */
final class UnderWay {

    private int commands;
    private @Nullable Runnable waiting;

    void begin() {
        commands++;
    }

    /** An outcome is known, and what follows from it is done. */
    void end() {
        commands--;
        Runnable next = waiting;
        if (commands == 0 && next != null) {
            waiting = null;
            next.run();
        }
    }

    /** Runs now, or as soon as nothing is under way. Asked twice meanwhile, it runs once. */
    void whenDone(Runnable next) {
        if (commands == 0) {
            next.run();
        } else {
            waiting = next;
        }
    }
}
