package stint.station.ui;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import stint.station.core.StationCore;
import stint.station.core.StationState;
import stint.station.ui.bench.Bench;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one way from the core's thread to the FX thread. States that come faster than they can be
 * drawn are skipped for the newest.
 */
final class FxThread implements Executor {

    private static final Duration TICK = Duration.seconds(1);

    private final AtomicReference<@Nullable StationState> waiting = new AtomicReference<>();

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    /**
     * Brings a bench its core's states and the time, until the returned handle is closed. On the FX
     * thread.
     */
    Runnable connect(StationCore core, Bench bench) {
        StationCore.Subscription subscription =
                core.subscribe(state -> {
                    if (waiting.getAndSet(state) == null) {
                        execute(() -> deliver(bench));
                    }
                });
        // What changed between the bench's first look and the subscription.
        bench.take(core.state());
        Timeline ticks = new Timeline(new KeyFrame(TICK, event -> bench.tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.play();
        return () -> {
            subscription.close();
            execute(ticks::stop);
        };
    }

    private void deliver(Bench bench) {
        StationState state = waiting.getAndSet(null);
        if (state != null) {
            bench.take(state);
        }
    }
}
