/** Who sits where, doing what: station sessions, their checklists and status (DOMAIN §8). */
@NullMarked
package stint.domain.station;

import org.jspecify.annotations.NullMarked;
