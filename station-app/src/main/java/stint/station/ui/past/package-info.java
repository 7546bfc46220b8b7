/** What somebody did before: their sessions, newest first. */
@NullMarked
package stint.station.ui.past;

import org.jspecify.annotations.NullMarked;
