/** Who does what: shares beside how much each person has before them (DP-5). */
@NullMarked
package stint.station.desk.assign;

import org.jspecify.annotations.NullMarked;
