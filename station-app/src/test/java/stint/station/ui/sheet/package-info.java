/** The printed sheet, read back. */
@NullMarked
package stint.station.ui.sheet;

import org.jspecify.annotations.NullMarked;
