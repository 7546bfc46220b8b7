/**
 * What a board shows, in words, whoever draws it: the window on the wall and the web page are made
 * of the same screen (BD-1, BD-2). Pure.
 */
@NullMarked
package stint.board;

import org.jspecify.annotations.NullMarked;
