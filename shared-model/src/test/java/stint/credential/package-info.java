/** Tests of PINs. */
@NullMarked
package stint.credential;

import org.jspecify.annotations.NullMarked;
