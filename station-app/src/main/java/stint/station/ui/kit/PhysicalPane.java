package stint.station.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/**
 * Draws its children so that one unit of their layout is 1/96 inch on the real panel, whatever its
 * resolution: sizes in style sheets are millimetres then (UX). Where the panel has room to spare,
 * everything becomes a little larger; where it is too small for a screen, smaller, for a button
 * that is cut off is worse than one that is small. On the FX thread only.
 */
public final class PhysicalPane extends Pane {

    /** Layout units in one millimetre. */
    public static final double UNITS_PER_MM = 96 / 25.4;

    /** What the screens are laid out for; beyond, they grow. */
    private static final double WIDTH = 1280;

    private static final double HEIGHT = 800;

    /** More than this is no easier to read, and shows less. */
    private static final double GROWTH_MAX = 1.25;

    /** Below this a finger in a glove hits two buttons at once; then rather a part is cut off. */
    private static final double SHRINKING_MAX = 0.7;

    private final Scale scale = new Scale(1, 1, 0, 0);
    private double factor;

    /**
     * @param pixelsPerMm the panel's pixels in one millimetre
     */
    public PhysicalPane(double pixelsPerMm, Node... children) {
        this.factor = pixelsPerMm / UNITS_PER_MM;
        scaleAll(children);
        getChildren().setAll(children);
        setMinSize(0, 0);
    }

    /** The panel is another one. */
    public void setPixelsPerMm(double pixelsPerMm) {
        factor = pixelsPerMm / UNITS_PER_MM;
        requestLayout();
    }

    private void scaleAll(Node... children) {
        for (Node child : children) {
            child.getTransforms().add(scale);
        }
    }

    @Override
    protected void layoutChildren() {
        double room = Math.min(getWidth() / factor / WIDTH, getHeight() / factor / HEIGHT);
        double drawn = factor * Math.clamp(room, SHRINKING_MAX, GROWTH_MAX);
        scale.setX(drawn);
        scale.setY(drawn);
        for (Node child : getChildren()) {
            child.resizeRelocate(0, 0, getWidth() / drawn, getHeight() / drawn);
        }
    }
}
