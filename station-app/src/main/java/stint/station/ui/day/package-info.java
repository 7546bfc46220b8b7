/** What somebody did today, in numbers and as a small chart. */
@NullMarked
package stint.station.ui.day;

import org.jspecify.annotations.NullMarked;
