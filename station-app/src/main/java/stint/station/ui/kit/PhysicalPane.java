package stint.station.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/**
 * Draws its children so that one unit of their layout is 1/96 inch on the real panel, whatever its
 * resolution: sizes in style sheets are millimetres then (UX). On the FX thread only.
 */
public final class PhysicalPane extends Pane {

    /** Layout units in one millimetre. */
    public static final double UNITS_PER_MM = 96 / 25.4;

    private final Scale scale = new Scale(1, 1, 0, 0);
    private final double factor;

    /**
     * @param pixelsPerMm the panel's pixels in one millimetre
     */
    public PhysicalPane(double pixelsPerMm, Node... children) {
        this.factor = pixelsPerMm / UNITS_PER_MM;
        scale.setX(factor);
        scale.setY(factor);
        scaleAll(children);
        getChildren().setAll(children);
        setMinSize(0, 0);
    }

    private void scaleAll(Node... children) {
        for (Node child : children) {
            child.getTransforms().add(scale);
        }
    }

    @Override
    protected void layoutChildren() {
        for (Node child : getChildren()) {
            child.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }
}
