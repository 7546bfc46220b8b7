package stint.station.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Breaks the lines of text that JavaFX 25 breaks badly. On a line from right to left that ends in a
 * blank it fails, and takes the whole screen with it; of a Thai line it draws the end twice, beyond
 * the edge and once more below. On the FX thread only.
 */
public final class Wrapping {

    private static final Locale THAI = Locale.forLanguageTag("th");

    /** Widths are rounded to pixels here and there. */
    private static final double SLACK = 1.5;

    private final Labeled label;
    private String whole = "";
    private boolean own;
    private boolean breaking;
    private double brokenAt;
    private @Nullable Font brokenIn;

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
        // Smaller letters, as for longer words, make room as a wider place does.
        label.fontProperty().addListener(property -> fit());
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
        own = Bidi.requiresBidi(whole.toCharArray(), 0, whole.length()) || isThai(whole);
        label.setWrapText(!own);
    }

    private static boolean isThai(String text) {
        return text.codePoints().anyMatch(each -> UnicodeScript.of(each) == UnicodeScript.THAI);
    }

    /** What changes while it is laid out, is not laid out again: it is broken right after. */
    private void fit() {
        if (own && ill(room())) {
            Platform.runLater(this::reflow);
        }
    }

    /** Broken too late, or for less room or other letters than there are by now. */
    private boolean ill(double room) {
        boolean other = room > brokenAt + SLACK || !label.getFont().equals(brokenIn);
        return (other && !label.getText().equals(whole)) || !fits(room);
    }

    private boolean fits(double room) {
        return room <= 0 || label.getText().lines().allMatch(line -> width(line) <= room);
    }

    private void reflow() {
        double room = room();
        if (!own || !ill(room)) {
            return;
        }
        brokenAt = room;
        brokenIn = label.getFont();
        breaking = true;
        label.setText(broken(room));
        breaking = false;
    }

    private String broken(double room) {
        return whole.lines().map(line -> broken(line, room)).collect(Collectors.joining("\n"));
    }

    /** At blanks, and in Thai, which has none, between words. */
    private String broken(String text, double room) {
        BreakIterator breaks = BreakIterator.getLineInstance(isThai(text) ? THAI : Locale.ROOT);
        breaks.setText(text);
        StringBuilder lines = new StringBuilder();
        String line = "";
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String piece = text.substring(from, to);
            if (line.isEmpty() || width((line + piece).stripTrailing()) <= room) {
                line += piece;
            } else {
                lines.append(line.stripTrailing()).append('\n');
                line = piece;
            }
            from = to;
        }
        return lines.append(line.stripTrailing()).toString();
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
