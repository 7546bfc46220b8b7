/** What all screens of the kiosk are made of: texts, look, sizes, pad, scanner. */
@NullMarked
package stint.station.ui.kit;

import org.jspecify.annotations.NullMarked;
