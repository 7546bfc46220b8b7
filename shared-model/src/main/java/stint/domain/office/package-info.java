/**
 * What planners and supervisors ask for, and what becomes of it: decided in one place, pure, with
 * all that is wrong said at once (DP-1 to DP-6).
 */
@NullMarked
package stint.domain.office;

import org.jspecify.annotations.NullMarked;
