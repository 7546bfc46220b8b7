package stint.station.ui;

import stint.clock.Clocks;
import stint.station.ui.kit.Cues;
import stint.station.ui.kit.KioskMemory;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How a kiosk is to run.
 *
 * @param language the language of the house, until somebody logs in
 * @param zone the zone of its clock and dates
 * @param fullScreen whether it fills the screen and can't be left
 * @param dpi the panel's pixels per inch; 0 takes what the panel says, which cheap panels get wrong
 * @param clocks the bench's clocks, the same as its core's
 * @param memory its switches
 * @param cues what it sounds like
 * @param badgeOnly whether a badge alone lets an operator in, without a PIN
 */
public record KioskOptions(
        Locale language,
        ZoneId zone,
        boolean fullScreen,
        double dpi,
        Clocks clocks,
        KioskMemory memory,
        Cues cues,
        boolean badgeOnly) {

    /** A silent kiosk that remembers nothing. */
    public KioskOptions(
            Locale language, ZoneId zone, boolean fullScreen, double dpi, Clocks clocks) {
        this(
                language,
                zone,
                fullScreen,
                dpi,
                clocks,
                KioskMemory.untilTheEnd(),
                Cues.SILENT,
                false);
    }

    /** Pixels per inch when a panel says nothing sensible: one layout unit is one pixel. */
    static final double DPI_DEFAULT = 96;

    /** Below and above, what a panel says is a mistake. */
    private static final double DPI_MIN = 60;

    private static final double DPI_MAX = 400;

    /** A kiosk in English that fills the screen, in this machine's zone. */
    public static KioskOptions of(Clocks clocks) {
        return new KioskOptions(Locale.ENGLISH, ZoneId.systemDefault(), true, 0, clocks);
    }

    double pixelsPerInch(double panelSays) {
        if (dpi > 0) {
            return dpi;
        }
        return panelSays >= DPI_MIN && panelSays <= DPI_MAX ? panelSays : DPI_DEFAULT;
    }
}
