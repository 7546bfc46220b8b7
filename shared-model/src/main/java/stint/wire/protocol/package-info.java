/**
 * The messages between stations, boards and the server; each a record that {@code
 * stint.wire.WireJson} reads and writes.
 */
@NullMarked
package stint.wire.protocol;

import org.jspecify.annotations.NullMarked;
