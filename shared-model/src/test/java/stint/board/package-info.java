@NullMarked
package stint.board;

import org.jspecify.annotations.NullMarked;
