/**
 * The desk: where supervisors and planners plan jobs and orders, set right what went wrong, and see
 * where everything is. It is a client of the server and keeps nothing itself.
 */
@NullMarked
package stint.station.desk;

import org.jspecify.annotations.NullMarked;
