/** A floor's day as a file: its shape and its reader. */
@NullMarked
package stint.installer.scenario;

import org.jspecify.annotations.NullMarked;
