package stint.sync;

import stint.wire.protocol.HistoryQuery;

/**
 * What is asked of the log was before the base this bench began with, or went on from: the server
 * has it. Nothing is broken; it can be fetched.
 */
public final class HistoryElsewhereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HistoryQuery query;

    HistoryElsewhereException(HistoryQuery query) {
        super("the server has to be asked: " + query);
        this.query = query;
    }

    /** What to ask. */
    public HistoryQuery query() {
        return query;
    }
}
