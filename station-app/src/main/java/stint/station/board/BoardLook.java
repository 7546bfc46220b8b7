package stint.station.board;

import atlantafx.base.theme.PrimerDark;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The board's scene: layout, theme and fonts. On the FX thread only. */
final class BoardLook {

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    /** Latin and Thai, bundled: a wall monitor's system has neither for sure. */
    private static final String[] FONTS = {
        "/fonts/ttf/Kurinto/KurintoSans-Rg.ttf", "/fonts/ttf/Kurinto/KurintoSans-Bd.ttf"
    };

    private BoardLook() {}

    /**
     * A scene and the controller that draws on it.
     *
     * @param scene the scene, with a theme of its own, so that other windows keep theirs
     */
    record Drawn(Scene scene, BoardPane pane) {}

    static Drawn draw() {
        for (String font : FONTS) {
            load(font);
        }
        FXMLLoader loader = new FXMLLoader(BoardLook.class.getResource("BoardPane.fxml"));
        try {
            Parent root = loader.load();
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            scene.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
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
