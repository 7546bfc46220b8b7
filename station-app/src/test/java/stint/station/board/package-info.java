@NullMarked
package stint.station.board;

import org.jspecify.annotations.NullMarked;
