/** Tests of the rules of sending. */
@NullMarked
package stint.sync;

import org.jspecify.annotations.NullMarked;
