/** PINs: how they are kept and checked (SERVER "PINs and keys"). */
@NullMarked
package stint.credential;

import org.jspecify.annotations.NullMarked;
