/** The sheet of barcodes that makes a scanner enough for a day. */
@NullMarked
package stint.station.ui.sheet;

import org.jspecify.annotations.NullMarked;
