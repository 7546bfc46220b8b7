/** Guided work at the bench: an SOP step by step, and its approval (SOP-1 to SOP-9). */
@NullMarked
package stint.station.ui.sop;

import org.jspecify.annotations.NullMarked;
