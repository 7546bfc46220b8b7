/** The store is never the truth: whatever happens to it, it comes back from the journals. */
@NullMarked
package stint.station.store;

import org.jspecify.annotations.NullMarked;
