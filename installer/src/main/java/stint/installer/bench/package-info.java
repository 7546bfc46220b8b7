/** Measures what an operator waits for, each beside the floor that the machine sets. */
@NullMarked
package stint.installer.bench;

import org.jspecify.annotations.NullMarked;
