package stint.station.desk;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

import javafx.scene.Scene;

import stint.station.ui.kit.Look;

import java.util.Objects;

/** The desk's theme, light or dark, and its style sheet. On the FX thread only. */
final class DeskLook {

    private final Scene scene;
    private boolean light;

    DeskLook(Scene scene, boolean light) {
        this.scene = scene;
        this.light = light;
        Look.loadFonts();
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(DeskLook.class.getResource("desk.css"))
                                .toExternalForm());
        dress();
    }

    Scene scene() {
        return scene;
    }

    /** From light to dark, or back. */
    void turn() {
        light = !light;
        dress();
    }

    private void dress() {
        Theme theme = light ? new PrimerLight() : new PrimerDark();
        scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
