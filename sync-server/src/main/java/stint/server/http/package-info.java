/** The server's HTTP interface: routes, limits, problems. */
@NullMarked
package stint.server.http;

import org.jspecify.annotations.NullMarked;
