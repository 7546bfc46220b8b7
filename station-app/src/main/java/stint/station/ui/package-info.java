/** The operator's kiosk: one window on one bench. */
@NullMarked
package stint.station.ui;

import org.jspecify.annotations.NullMarked;
