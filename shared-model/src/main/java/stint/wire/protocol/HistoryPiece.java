package stint.wire.protocol;

import java.util.Objects;

/**
 * Says of a piece of events that it is no piece of the feed, but part of the answer to a question
 * about what was before.
 *
 * @param query the question
 * @param next after which position to ask on; 0 when this piece ends the answer
 */
public record HistoryPiece(HistoryQuery query, long next) {

    /** Refuses an answer to nothing. */
    public HistoryPiece {
        Objects.requireNonNull(query, "a question is missing");
    }
}
