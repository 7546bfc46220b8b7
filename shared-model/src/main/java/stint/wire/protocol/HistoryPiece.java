package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Says of a piece of events that it is no piece of the feed: it is part of the answer to a question
 * about what was before, or, on a bench's disk alone, tells which own event came just then.
 *
 * @param query the question; absent where there is none
 * @param next after which position to ask on; 0 when this piece ends the answer
 * @param own the index of an own event in the bench's log; absent where there is a question
 */
public record HistoryPiece(@Nullable HistoryQuery query, long next, @Nullable Long own) {

    /** Part of an answer. */
    public HistoryPiece(HistoryQuery query, long next) {
        this(query, next, null);
    }

    /** An own event. */
    public static HistoryPiece ofOwn(long index) {
        return new HistoryPiece(null, 0, index);
    }

    /** Refuses what says nothing. */
    public HistoryPiece {
        if ((query == null) == (own == null)) {
            throw new IllegalArgumentException("a question or an own event is missing");
        }
    }
}
