/** Everything the server says no to, in one table. */
@NullMarked
package stint.server.fault;

import org.jspecify.annotations.NullMarked;
