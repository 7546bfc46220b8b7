/** The bench's side of syncing: push, pull and the live poke, on OkHttp. */
@NullMarked
package stint.station.sync;

import org.jspecify.annotations.NullMarked;
