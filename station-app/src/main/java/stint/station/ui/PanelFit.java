package stint.station.ui;

import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import stint.station.ui.kit.PhysicalPane;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the kiosk on a panel that is there, in its real size: a monitor that sleeps, is unplugged
 * or exchanged for another comes back with other bounds and another density. On the FX thread only.
 */
final class PanelFit {

    private static final double MM_PER_INCH = 25.4;

    private final Stage stage;
    private final PhysicalPane pane;
    private final KioskOptions options;
    private boolean left;

    /** A panel: where it is, and how dense. */
    record Panel(Rectangle2D bounds, double dpi) {

        static Panel of(Screen screen) {
            return new Panel(screen.getBounds(), screen.getDpi());
        }

        private double shared(Rectangle2D window) {
            double width =
                    Math.min(bounds.getMaxX(), window.getMaxX())
                            - Math.max(bounds.getMinX(), window.getMinX());
            double height =
                    Math.min(bounds.getMaxY(), window.getMaxY())
                            - Math.max(bounds.getMinY(), window.getMinY());
            return Math.max(0, width) * Math.max(0, height);
        }
    }

    PanelFit(Stage stage, PhysicalPane pane, KioskOptions options) {
        this.stage = stage;
        this.pane = pane;
        this.options = options;
    }

    /** The pixels in a millimetre of the panel a kiosk begins on. */
    static double pixelsPerMm(KioskOptions options, double panelSays) {
        return options.pixelsPerInch(panelSays) / MM_PER_INCH;
    }

    /**
     * Fills the first panel, before the window is shown. Asked for full screen alone, a window
     * stays as small as its scene on a bench PC that runs no window manager.
     */
    void begin() {
        if (options.fullScreen()) {
            moveTo(Panel.of(Screen.getPrimary()));
        }
    }

    /** Follows the panels until the returned handle is run. */
    Runnable follow() {
        ListChangeListener<Screen> listener =
                change -> fit(Screen.getScreens().stream().map(Panel::of).toList());
        Screen.getScreens().addListener(listener);
        if (options.fullScreen()) {
            // Whatever takes it out of full screen, it goes back: the way out needs a credential.
            stage.fullScreenProperty()
                    .addListener((property, before, full) -> {
                        if (!full && !left && stage.isShowing()) {
                            stage.setFullScreen(true);
                        }
                    });
        }
        return () -> {
            left = true;
            Screen.getScreens().removeListener(listener);
        };
    }

    /** The panels are others than before. While none is there, nothing is to be done. */
    void fit(List<Panel> panels) {
        Rectangle2D window =
                new Rectangle2D(
                        stage.getX(),
                        stage.getY(),
                        Math.max(0, stage.getWidth()),
                        Math.max(0, stage.getHeight()));
        choose(panels, window).ifPresent(this::moveTo);
    }

    /** The panel that shows most of the window; the first where none shows any of it. */
    static Optional<Panel> choose(List<Panel> panels, Rectangle2D window) {
        return panels.stream()
                .max(Comparator.comparingDouble(panel -> panel.shared(window)))
                .map(best -> best.shared(window) > 0 ? best : panels.getFirst());
    }

    private void moveTo(Panel panel) {
        pane.setPixelsPerMm(pixelsPerMm(options, panel.dpi()));
        if (options.fullScreen()) {
            stage.setX(panel.bounds().getMinX());
            stage.setY(panel.bounds().getMinY());
            stage.setWidth(panel.bounds().getWidth());
            stage.setHeight(panel.bounds().getHeight());
            stage.setFullScreen(true);
        } else if (!panel.bounds().contains(stage.getX(), stage.getY())) {
            stage.setX(panel.bounds().getMinX());
            stage.setY(panel.bounds().getMinY());
        }
    }
}
