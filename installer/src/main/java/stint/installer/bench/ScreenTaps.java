package stint.installer.bench;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import stint.installer.Hands;
import stint.installer.Screens;
import stint.station.ui.Kiosk;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Taps on a kiosk's button until the frame that shows the new count is laid out; drawn in memory.
 */
final class ScreenTaps {

    private static final int PATIENCE_SECONDS = 30;
    private static final long PAUSE_MS = 60;

    private ScreenTaps() {}

    /** A button whose click sets a label's text, until that is laid out. */
    static Sample floor(int times) throws Exception {
        memory();
        int[] count = {0};
        Label label = new Label("0");
        Button button = new Button("tap");
        button.setOnAction(event -> label.setText(String.valueOf(++count[0])));
        Stage stage = Screens.onFx(() -> shown(new Scene(new VBox(button, label), 300, 200)));
        try {
            return Sample.timed(
                    times,
                    PAUSE_MS,
                    () -> {
                        String wanted = String.valueOf(count[0] + 1);
                        return tap(stage.getScene(), button, () -> label.getText().equals(wanted));
                    });
        } finally {
            close(stage);
        }
    }

    /** The kiosk's "complete" of one piece, until the task's new count is laid out. */
    static Sample measure(Path directory, int times) throws Exception {
        memory();
        try (Taps taps = Taps.open(directory, true)) {
            Stage stage = Screens.onFx(Stage::new);
            Kiosk kiosk = Screens.onFx(() -> Kiosk.show(stage, taps.core(), taps.kioskOptions()));
            try {
                Scene scene = stage.getScene();
                Hands hands = new Hands(scene);
                hands.login(Taps.OPERATOR, Taps.PIN);
                hands.open(Taps.TASK);
                hands.tap("#primary");
                hands.see("#hold");
                return Sample.timed(times, PAUSE_MS, () -> complete(hands, scene, taps));
            } finally {
                kiosk.close();
                close(stage);
            }
        }
    }

    private static long complete(Hands hands, Scene scene, Taps taps) throws Exception {
        hands.key("1");
        hands.until("#primary", node -> !node.isDisabled());
        Button primary = (Button) scene.lookup("#primary");
        Labeled good = (Labeled) scene.lookup("#good");
        String wanted = String.valueOf(taps.good() + 1);
        return tap(scene, primary, () -> number(good).equals(wanted));
    }

    /** The digits of what is shown, without what groups them. */
    static String number(Labeled shown) {
        return shown.getText().replaceAll("\\D", "");
    }

    private static Stage shown(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static long tap(Scene scene, Button button, BooleanSupplier done) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        long[] begun = {0};
        long[] drawn = {0};
        Runnable look =
                () -> {
                    if (seen.getCount() > 0 && done.getAsBoolean()) {
                        drawn[0] = System.nanoTime();
                        seen.countDown();
                    }
                };
        Screens.onFx(() -> {
            scene.addPostLayoutPulseListener(look);
            begun[0] = System.nanoTime();
            button.fire();
            return true;
        });
        boolean inTime = seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Screens.onFx(() -> {
            scene.removePostLayoutPulseListener(look);
            return true;
        });
        if (!inTime) {
            throw new IllegalStateException("a tap did not reach the screen");
        }
        return drawn[0] - begun[0];
    }

    private static void close(Stage stage) {
        Screens.onFx(() -> {
            stage.close();
            return true;
        });
    }

    private static boolean started;

    private static synchronized void memory() throws Exception {
        if (!started) {
            started = true;
            Screens.useMemory(Starts.WIDTH, Starts.HEIGHT);
            Screens.start();
        }
    }
}
