package stint.board;

import org.jspecify.annotations.Nullable;

import stint.wire.protocol.BoardView;

import java.time.Instant;

/**
 * What the board knows of the floor.
 *
 * @param view the server's last answer; absent before the first
 * @param heardAt when the server was last heard, by this machine's clock; absent before the first
 *     time
 * @param live whether the server is being heard now
 */
public record BoardKnown(@Nullable BoardView view, @Nullable Instant heardAt, boolean live) {

    /** Before the first answer. */
    public static final BoardKnown NOTHING = new BoardKnown(null, null, false);
}
