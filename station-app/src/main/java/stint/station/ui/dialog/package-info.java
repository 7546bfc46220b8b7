/** Questions that cover the screen until they are answered. */
@NullMarked
package stint.station.ui.dialog;

import org.jspecify.annotations.NullMarked;
