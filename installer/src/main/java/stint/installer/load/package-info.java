/** Measures a server under the load of a whole floor that comes back at once. */
@NullMarked
package stint.installer.load;

import org.jspecify.annotations.NullMarked;
