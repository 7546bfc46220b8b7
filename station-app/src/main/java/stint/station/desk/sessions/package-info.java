/**
 * What is open on the floor: who sits where, who works on what, and who is guided (ST-7, OS-11).
 */
@NullMarked
package stint.station.desk.sessions;

import org.jspecify.annotations.NullMarked;
