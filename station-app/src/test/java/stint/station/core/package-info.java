/** Tests of the bench's core, on real journals. */
@NullMarked
package stint.station.core;

import org.jspecify.annotations.NullMarked;
