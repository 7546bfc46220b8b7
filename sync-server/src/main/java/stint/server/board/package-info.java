/** What queries and the board answer: pure functions of a picture of the floor. */
@NullMarked
package stint.server.board;

import org.jspecify.annotations.NullMarked;
