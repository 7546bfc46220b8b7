/** Benches, a server, networks and disks on virtual time, with the program's own rules inside. */
@NullMarked
package stint.simulation;

import org.jspecify.annotations.NullMarked;
