/** Runs a scenario on the real parts, with only the clock simulated. */
@NullMarked
package stint.installer.simulate;

import org.jspecify.annotations.NullMarked;
