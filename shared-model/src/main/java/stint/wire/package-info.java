/** How events and messages are written as bytes; the only place that knows Jackson. */
@NullMarked
package stint.wire;

import org.jspecify.annotations.NullMarked;
