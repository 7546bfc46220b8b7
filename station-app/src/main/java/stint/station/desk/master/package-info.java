/** Who and what the floor is made of: people, stations, reasons, products, skills, limits. */
@NullMarked
package stint.station.desk.master;

import org.jspecify.annotations.NullMarked;
