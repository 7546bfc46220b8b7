/** The desk's words and models; the desk in front of a server is tried by the installer's tests. */
@NullMarked
package stint.station.desk;

import org.jspecify.annotations.NullMarked;
