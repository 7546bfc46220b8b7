/** The measurement of a loaded server measures what it says. */
@NullMarked
package stint.installer.load;

import org.jspecify.annotations.NullMarked;
