/** Where one sits down, and what the station does (ST-1, ST-3, ST-7). */
@NullMarked
package stint.station.ui.station;

import org.jspecify.annotations.NullMarked;
