/** SOPs are written, confirmed and deleted at the desk (SOP-1, SOP-6). */
@NullMarked
package stint.station.desk.sop;

import org.jspecify.annotations.NullMarked;
