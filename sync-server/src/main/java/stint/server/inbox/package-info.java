/**
 * Takes in what stations push and what the office orders: checked, queued, written by one thread.
 */
@NullMarked
package stint.server.inbox;

import org.jspecify.annotations.NullMarked;
