/** What the office asks a server for, and is answered: routings, orders, jobs, who does what. */
@NullMarked
package stint.wire.planning;

import org.jspecify.annotations.NullMarked;
