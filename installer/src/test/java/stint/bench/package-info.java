/** Benches and a server together: killed, cut off, restored; nothing confirmed is ever lost. */
@NullMarked
package stint.bench;

import org.jspecify.annotations.NullMarked;
