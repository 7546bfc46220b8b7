/** The H2 store behind the journals: never the truth, always at hand for queries. */
@NullMarked
package stint.station.store;

import org.jspecify.annotations.NullMarked;
