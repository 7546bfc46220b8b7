package stint.station.ui.dialog;

import stint.station.ui.bench.Dialog.Write.Kind;

/**
 * What is being written. Immutable.
 *
 * @param title what is asked
 * @param kind what will do
 * @param text as typed; empty for nothing yet
 * @param done the words of the button that ends it
 */
public record WriteView(String title, Kind kind, String text, String done) {}
