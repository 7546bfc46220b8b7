/** PINs, keys and what is signed with them (SERVER "PINs and keys", SY-4). */
@NullMarked
package stint.credential;

import org.jspecify.annotations.NullMarked;
