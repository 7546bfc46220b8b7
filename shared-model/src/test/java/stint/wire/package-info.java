@NullMarked
package stint.wire;

import org.jspecify.annotations.NullMarked;
