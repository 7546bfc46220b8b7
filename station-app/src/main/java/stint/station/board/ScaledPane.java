package stint.station.board;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/**
 * Lays its children out for a height of 1080 and draws them at the height there is, so that a board
 * looks alike on every monitor. On the FX thread only.
 */
public final class ScaledPane extends Pane {

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    private final Scale scale = new Scale(1, 1, 0, 0);

    /** Made by the FXML loader. */
    public ScaledPane() {
        setMinSize(0, 0);
        setPrefSize(WIDTH, HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.max(0.1, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT));
        scale.setX(factor);
        scale.setY(factor);
        for (Node child : getChildren()) {
            if (!child.getTransforms().contains(scale)) {
                child.getTransforms().add(scale);
            }
            child.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }
}
