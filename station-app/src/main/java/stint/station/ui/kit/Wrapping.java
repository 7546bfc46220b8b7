package stint.station.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.text.Bidi;
import java.util.List;

/**
 * Breaks the lines of text that runs from right to left. JavaFX 25 does so itself for all other
 * text, but fails on such a line that ends in a blank, and takes the whole screen with it. On the
 * FX thread only.
 */
public final class Wrapping {

    /** Widths are rounded to pixels here and there. */
    private static final double SLACK = 1.5;

    private final Labeled label;
    private String whole = "";
    private boolean own;
    private boolean breaking;

    private Wrapping(Labeled label) {
        this.label = label;
        label.textProperty()
                .addListener((property, before, now) -> {
                    if (!breaking) {
                        take(now);
                    }
                });
        // How much room there is, is known only when there is a place for the whole line.
        label.needsLayoutProperty()
                .addListener((property, before, needed) -> {
                    if (!needed) {
                        fit();
                    }
                });
        label.widthProperty().addListener(property -> fit());
        take(label.getText());
    }

    /** Watches over a label whose words may take several lines. */
    public static <L extends Labeled> L guard(L label) {
        new Wrapping(label);
        return label;
    }

    /** Watches over all such labels of a screen. */
    static void guardAll(Node node) {
        if (node instanceof Labeled label && label.isWrapText()) {
            guard(label);
        }
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(Wrapping::guardAll);
        }
    }

    private void take(@Nullable String text) {
        whole = text == null ? "" : text;
        own = Bidi.requiresBidi(whole.toCharArray(), 0, whole.length());
        label.setWrapText(!own);
    }

    /** What changes while it is laid out, is not laid out again: it is broken right after. */
    private void fit() {
        if (own && !fits(room())) {
            Platform.runLater(this::reflow);
        }
    }

    private boolean fits(double room) {
        return room <= 0 || label.getText().lines().allMatch(line -> width(line) <= room);
    }

    private void reflow() {
        double room = room();
        if (!own || fits(room)) {
            return;
        }
        breaking = true;
        label.setText(broken(room));
        breaking = false;
    }

    private String broken(double room) {
        StringBuilder lines = new StringBuilder();
        String line = "";
        for (String word : whole.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer) <= room) {
                line = longer;
            } else {
                lines.append(line).append('\n');
                line = word;
            }
        }
        return lines.append(line).toString();
    }

    private double room() {
        Node graphic = label.getGraphic();
        double beside =
                graphic == null
                        ? 0
                        : graphic.getLayoutBounds().getWidth() + label.getGraphicTextGap();
        return label.getWidth()
                - label.snappedLeftInset()
                - label.snappedRightInset()
                - beside
                + SLACK;
    }

    private double width(String line) {
        Text measured = new Text(line);
        measured.setFont(label.getFont());
        // JavaFX keeps how a text was laid out, whichever way it ran.
        measured.setNodeOrientation(label.getEffectiveNodeOrientation());
        return measured.getLayoutBounds().getWidth();
    }
}
