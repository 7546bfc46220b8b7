/** One task and the operator's session on it. */
@NullMarked
package stint.station.ui.work;

import org.jspecify.annotations.NullMarked;
