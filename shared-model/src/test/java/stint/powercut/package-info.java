/**
 * Cuts the power of a disk at any moment of a run that was recorded, and starts again from what is
 * left.
 */
@NullMarked
package stint.powercut;

import org.jspecify.annotations.NullMarked;
