/** Manufacturing orders: planned, scheduled, started, cancelled, and imported from a file. */
@NullMarked
package stint.station.desk.orders;

import org.jspecify.annotations.NullMarked;
