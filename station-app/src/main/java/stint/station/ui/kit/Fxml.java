package stint.station.ui.kit;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Loads a layout that lies beside its controller: {@code WorkScreen.fxml} for {@code WorkScreen}.
 */
public final class Fxml {

    private Fxml() {}

    /**
     * Loads the layout of a controller. On the FX thread only.
     *
     * @param controller its fields are filled and its {@code initialize} is called
     * @param texts the words for {@code %key}
     */
    public static Parent load(Object controller, Texts texts) {
        Class<?> type = controller.getClass();
        FXMLLoader loader =
                new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"), texts.bundle());
        loader.setControllerFactory(ignored -> controller);
        try {
            Parent root = loader.load();
            Wrapping.guardAll(root);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("the layout of " + type.getSimpleName(), e);
        }
    }
}
