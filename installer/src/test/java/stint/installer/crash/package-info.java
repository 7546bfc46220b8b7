/** Real processes, killed without a word. */
@NullMarked
package stint.installer.crash;

import org.jspecify.annotations.NullMarked;
