/**
 * The append-only journal that stands before every store: what it confirmed survives a power cut.
 */
@NullMarked
package stint.journal;

import org.jspecify.annotations.NullMarked;
