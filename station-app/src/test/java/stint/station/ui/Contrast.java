package stint.station.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.List;

/** Words against what is behind them, by the formula of WCAG 2.2. On the FX thread. */
final class Contrast {

    /** What WCAG asks of text at level AA. */
    private static final double RATIO_MIN = 4.5;

    private Contrast() {}

    /** Words below a node that are too faint, each with its ratio. */
    static List<String> faint(Node root) {
        List<String> faint = new ArrayList<>();
        if (!KioskDriver.shown(root)) {
            return faint;
        }
        if (root instanceof Labeled words
                && !words.getText().isBlank()
                && !words.isDisabled()
                && words.getTextFill() instanceof Color text) {
            double ratio = ratio(text, ground(words));
            if (ratio < RATIO_MIN) {
                faint.add("\"%s\" has a contrast of %.1f".formatted(words.getText(), ratio));
            }
        }
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> faint.addAll(faint(child)));
        }
        return faint;
    }

    /** The nearest colour behind it; what lets through is laid over what is farther away. */
    private static Color ground(Node node) {
        if (node == null) {
            return Color.WHITE;
        }
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
                if (fill.getFill() instanceof Color color && color.getOpacity() > 0) {
                    Color opaque = Color.color(color.getRed(), color.getGreen(), color.getBlue());
                    return color.isOpaque()
                            ? color
                            : ground(node.getParent()).interpolate(opaque, color.getOpacity());
                }
            }
        }
        return ground(node.getParent());
    }

    static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
