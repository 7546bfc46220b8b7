package stint.station.ui.dialog;

/**
 * One of several to tap, of which one holds.
 *
 * @param code what is chosen
 * @param label its words
 */
public record Choice(String code, String label, boolean chosen) {}
