/**
 * What a fold knows, as compact bytes, so that a program goes on without folding from event one.
 */
@NullMarked
package stint.wire.snapshot;

import org.jspecify.annotations.NullMarked;
