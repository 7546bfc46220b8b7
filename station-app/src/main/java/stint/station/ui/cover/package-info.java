/** What lies over the whole screen for a while: the wiping of the panel, and nobody there. */
@NullMarked
package stint.station.ui.cover;

import org.jspecify.annotations.NullMarked;
