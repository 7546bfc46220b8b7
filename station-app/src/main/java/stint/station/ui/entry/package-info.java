/** Pieces, by number or by name: how they are entered wherever they are. */
@NullMarked
package stint.station.ui.entry;

import org.jspecify.annotations.NullMarked;
