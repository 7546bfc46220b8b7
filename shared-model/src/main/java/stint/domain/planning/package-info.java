/** What the office has planned, and what a plan must be like: pure, of this replica's log. */
@NullMarked
package stint.domain.planning;

import org.jspecify.annotations.NullMarked;
