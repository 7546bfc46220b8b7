/** What is gone through before work and before leaving (ST-2). */
@NullMarked
package stint.station.ui.checklist;

import org.jspecify.annotations.NullMarked;
