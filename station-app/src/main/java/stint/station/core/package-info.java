/** The bench's core: one writer that decides, records and folds; screens and scripts talk to it. */
@NullMarked
package stint.station.core;

import org.jspecify.annotations.NullMarked;
