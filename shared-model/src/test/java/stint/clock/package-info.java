/** The clocks of this machine, with a wall clock that is set while they run. */
@NullMarked
package stint.clock;

import org.jspecify.annotations.NullMarked;
