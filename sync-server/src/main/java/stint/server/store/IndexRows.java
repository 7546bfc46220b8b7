package stint.server.store;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The index's rows, asked for one after another and read many at a time. Not thread-safe. */
final class IndexRows {

    static final int CHUNK = 1_000;

    private final SqlEvents events;
    private final long last;
    private final Map<Long, EventRow> read = new HashMap<>();
    private long readTo;

    /**
     * @param last the last position that will be asked for
     */
    IndexRows(SqlEvents events, long last) {
        this.events = events;
        this.last = last;
    }

    /** The row at a position, which is after all that was asked for before. */
    @Nullable EventRow at(long position) {
        if (position > readTo) {
            read.clear();
            readTo = Math.min(last, position + CHUNK - 1);
            events.rows(position, readTo).forEach(row -> read.put(row.position(), row));
        }
        return read.get(position);
    }
}
