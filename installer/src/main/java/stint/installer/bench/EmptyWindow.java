package stint.installer.bench;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import stint.installer.Screens;

/** The floor of a cold start: a JVM with JavaFX that shows one word and ends. */
public final class EmptyWindow {

    private EmptyWindow() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Screens.useMemory(Starts.WIDTH, Starts.HEIGHT);
        Screens.start();
        Screens.onFx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Label("Stint"), Starts.WIDTH, Starts.HEIGHT));
            stage.show();
            return true;
        });
        Screens.onFx(() -> true);
        System.out.println(Starts.SHOWN);
        System.exit(0);
    }
}
