/** What there is to do, as cards. */
@NullMarked
package stint.station.ui.queue;

import org.jspecify.annotations.NullMarked;
