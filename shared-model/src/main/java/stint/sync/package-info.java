/**
 * The rules of sending and fetching, without threads, sockets or disks: the same code at the bench,
 * at the server and in the simulation.
 */
@NullMarked
package stint.sync;

import org.jspecify.annotations.NullMarked;
