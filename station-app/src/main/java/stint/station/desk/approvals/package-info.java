/** Guided runs at the desk: looked at, overridden and approved (SOP-4, SOP-5). */
@NullMarked
package stint.station.desk.approvals;

import org.jspecify.annotations.NullMarked;
