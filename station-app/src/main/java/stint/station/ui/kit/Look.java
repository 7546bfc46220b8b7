package stint.station.ui.kit;

import atlantafx.base.theme.PrimerLight;

import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The kiosk's fonts, theme and style sheets. On the FX thread only. */
public final class Look {

    /** Bundled, since a bench PC has Thai or Hebrew fonts only by luck. */
    private static final List<String> FONTS =
            List.of(
                    "/fonts/ttf/Kurinto/KurintoSans-Rg.ttf",
                    "/fonts/ttf/Kurinto/KurintoSans-Bd.ttf");

    private Look() {}

    /**
     * Loads the fonts. Before the first text is laid out: a font that the system's text layout
     * learns of later never draws Thai or Hebrew.
     */
    public static void loadFonts() {
        FONTS.forEach(Look::load);
    }

    /** Gives a scene the kiosk's look; other windows keep theirs. */
    public static void dress(Scene scene) {
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("tokens.css"), sheet("kiosk.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
    }

    private static void load(String font) {
        try (InputStream in = Look.class.getResourceAsStream(font)) {
            if (in != null) {
                Font.loadFont(in, 16);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled font can't be read", e);
        }
    }
}
