package stint.station.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

import stint.station.core.StationCore;
import stint.station.ui.bench.Bench;
import stint.station.ui.kit.Fxml;
import stint.station.ui.kit.Look;
import stint.station.ui.kit.PhysicalPane;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.WedgeScanner;

import java.util.concurrent.TimeUnit;

/**
 * The operator's kiosk on one bench (ST-1). Several may run in one process, each with a stage and a
 * core of its own. The core is not the kiosk's: whoever opened it closes it.
 */
public final class Kiosk implements AutoCloseable {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Runnable disconnect;

    private Kiosk(Runnable disconnect) {
        this.disconnect = disconnect;
    }

    /**
     * Shows a kiosk. On the FX thread.
     *
     * @return the running kiosk; closing it, or its window, ends its following the core
     */
    public static Kiosk show(Stage stage, StationCore core, KioskOptions options) {
        Look.loadFonts();
        FxThread fx = new FxThread();
        Texts texts = Texts.in(options.language(), options.zone());
        Bench bench =
                new Bench(
                        core,
                        fx,
                        options.clocks(),
                        texts,
                        new Bench.Surroundings(
                                options.cues(),
                                options.memory(),
                                options.badgeOnly(),
                                stage::close));
        Frame frame = new Frame(bench);
        Parent root = Fxml.load(frame, texts);
        PhysicalPane pane =
                new PhysicalPane(PanelFit.pixelsPerMm(options, Screen.getPrimary().getDpi()), root);
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        Look.dress(scene);
        scene.addEventFilter(InputEvent.ANY, event -> bench.touched());
        WedgeScanner.attach(
                scene, frame.input(), () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        stage.setScene(scene);
        stage.setTitle("Stint · " + core.station());
        if (options.fullScreen()) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setOnCloseRequest(event -> event.consume());
        }
        PanelFit fit = new PanelFit(stage, pane, options);
        fit.begin();
        Runnable forget = fit.follow();
        Runnable disconnect = fx.connect(core, bench);
        Kiosk kiosk =
                new Kiosk(() -> {
                    fx.execute(forget);
                    disconnect.run();
                });
        stage.setOnHidden(event -> kiosk.close());
        stage.show();
        frame.focus();
        return kiosk;
    }

    /** Stops following the core; the window stays as it is. Any thread; idempotent. */
    @Override
    public void close() {
        disconnect.run();
    }
}
