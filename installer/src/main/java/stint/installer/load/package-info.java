/** Measures a server under load: a whole floor that comes back at once, many who look. */
@NullMarked
package stint.installer.load;

import org.jspecify.annotations.NullMarked;
