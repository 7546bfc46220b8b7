package stint.installer.demo;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.work.Command;
import stint.installer.Hands;
import stint.installer.Screens;
import stint.installer.scenario.Scenario;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Keeps one bench's window at what the first to work there works on, by the taps a person would
 * make, so that there is something to see. As soon as a visitor touches the window, it is theirs.
 */
final class Companion implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);

    private final Hands hands;
    private final StationCode bench;
    private final Map<OperatorCode, String> pins;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("companion").factory());

    private volatile boolean visited;
    private @Nullable OperatorCode shown;

    private Companion(Scene window, StationCode bench, Map<OperatorCode, String> pins) {
        this.hands = new Hands(window);
        this.bench = bench;
        this.pins = pins;
    }

    /** A companion for the window of a bench. Any thread but the FX thread. */
    static Companion at(Show show, StationCode bench, Scenario day) {
        Scene window = show.kiosk(bench);
        Companion companion = new Companion(window, bench, day.pins());
        Screens.onFx(() -> {
            // Its own taps press buttons without a pointer; these come from a person.
            window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> companion.visited = true);
            window.addEventFilter(KeyEvent.KEY_PRESSED, event -> companion.visited = true);
            return true;
        });
        return companion;
    }

    /** Something was recorded somewhere: the window follows. Any thread; returns at once. */
    void follow(Player.Done done) {
        if (!done.station().equals(bench) || visited) {
            return;
        }
        switch (done.command()) {
            case Command.Start start -> thread.execute(() -> show(start));
            case Command.Resume resume -> thread.execute(() -> show(resume));
            case Command.Complete complete -> thread.execute(() -> goOn(complete));
            default -> {
                // The screen follows by itself.
            }
        }
    }

    private void show(Command.OnTask begun) {
        OperatorCode who = begun.operator();
        String pin = pins.get(who);
        if (visited || pin == null || (shown != null && !shown.equals(who))) {
            return;
        }
        try {
            if (shown == null) {
                hands.login(who, pin);
                shown = who;
            } else {
                toList();
            }
            hands.open(begun.task());
            if (hands.tapIfThere("#guide") && !hands.tapIfThere("#start-" + DemoGuide.CODE)) {
                hands.tapIfThere("#goOn");
            }
        } catch (IllegalStateException e) {
            visited = true;
            LOG.info("the window of {} is somebody else's now: {}", bench, e.getMessage());
        }
    }

    private void toList() {
        while (!hands.shows("#endShift") && hands.tapIfThere("#back")) {
            // From a guided step to its task, and from there to the list.
        }
    }

    /** Whoever is guided goes a step further with each of their pieces. */
    private void goOn(Command.Complete complete) {
        boolean guided = !visited && complete.operator().equals(shown) && hands.shows("#where");
        if (!guided || hands.tapIfThere("#yes")) {
            return;
        }
        try {
            if (hands.shows("#pad")) {
                hands.key("1");
            }
            hands.tapIfThere("#primary");
        } catch (IllegalStateException e) {
            visited = true;
            LOG.info("the window of {} is somebody else's now: {}", bench, e.getMessage());
        }
    }

    /** Ends its thread; the window stays as it is. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
