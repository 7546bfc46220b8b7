package stint.station.board;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

import javafx.fxml.FXMLLoader;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The board's scene: layout, theme and fonts. On the FX thread only. */
final class BoardLook {

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    /** Every script of the board, bundled: a wall monitor's system has none for sure. */
    private static final String[] FONTS = {
        "/fonts/ttf/Kurinto/KurintoSans-Rg.ttf", "/fonts/ttf/Kurinto/KurintoSans-Bd.ttf"
    };

    private static final Set<String> RIGHT_TO_LEFT = Set.of("he", "iw");

    private BoardLook() {}

    /**
     * A scene and the controller that draws on it.
     *
     * @param scene the scene, with a theme of its own, so that other windows keep theirs
     */
    record Drawn(Scene scene, BoardPane pane) {}

    /**
     * Draws.
     *
     * @param language decides the direction, too
     * @param light whether dark on light
     */
    static Drawn draw(Locale language, boolean light) {
        for (String font : FONTS) {
            load(font);
        }
        FXMLLoader loader = new FXMLLoader(BoardLook.class.getResource("BoardPane.fxml"));
        try {
            Parent root = loader.load();
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            Theme theme = light ? new PrimerLight() : new PrimerDark();
            scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
            if (RIGHT_TO_LEFT.contains(language.getLanguage())) {
                scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            }
            return new Drawn(scene, loader.getController());
        } catch (IOException e) {
            throw new UncheckedIOException("the board's layout can't be read", e);
        }
    }

    private static void load(String font) {
        try (InputStream in = BoardLook.class.getResourceAsStream(font)) {
            if (in != null) {
                Font.loadFont(in, 16);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled font can't be read", e);
        }
    }
}
