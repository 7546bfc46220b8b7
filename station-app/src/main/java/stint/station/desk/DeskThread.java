package stint.station.desk;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

import java.util.concurrent.Executor;

/** The one way from the client's threads to the FX thread. */
final class DeskThread implements Executor {

    /** What a burst of news brings is asked about together. */
    private static final Duration BREATH = Duration.millis(200);

    private final PauseTransition breath = new PauseTransition(BREATH);

    /**
     * @param news what is done some time after news came, once for all of a burst; on the FX thread
     */
    DeskThread(Runnable news) {
        breath.setOnFinished(event -> news.run());
    }

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    /** News came. On the FX thread. */
    void news() {
        if (breath.getStatus() != PauseTransition.Status.RUNNING) {
            breath.playFromStart();
        }
    }
}
