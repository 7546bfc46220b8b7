/** Reading a machine's clocks at the edge; the domain is told the time and never asks. */
@NullMarked
package stint.clock;

import org.jspecify.annotations.NullMarked;
