/** The fold over the whole log: every task and operator of one floor (DOMAIN EV-1, EV-3, EV-4). */
@NullMarked
package stint.domain.floor;

import org.jspecify.annotations.NullMarked;
