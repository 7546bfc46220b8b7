/** Controls that the desk's pages share. */
@NullMarked
package stint.station.desk.kit;

import org.jspecify.annotations.NullMarked;
