/** What happened at a bench: identified, stamped, ordered facts (DOMAIN EV-1 to EV-5). */
@NullMarked
package stint.domain.event;

import org.jspecify.annotations.NullMarked;
