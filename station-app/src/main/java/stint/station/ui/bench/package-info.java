/**
 * What the screens of one kiosk share: its core, who is logged in, where they are, what is being
 * asked.
 */
@NullMarked
package stint.station.ui.bench;

import org.jspecify.annotations.NullMarked;
