/** The demo as a whole, with real parts and no display. */
@NullMarked
package stint.installer.demo;

import org.jspecify.annotations.NullMarked;
