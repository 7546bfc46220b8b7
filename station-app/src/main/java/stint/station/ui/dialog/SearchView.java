package stint.station.ui.dialog;

/**
 * What is being looked for. Immutable.
 *
 * @param text as typed; empty for nothing yet
 */
public record SearchView(String text) {}
