/** The board on the wall: follows the server live, and never goes blank (BD-1). */
@NullMarked
package stint.station.board;

import org.jspecify.annotations.NullMarked;
