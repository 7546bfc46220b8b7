package stint.sync;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.HistoryQuery;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells which of the log before a bench's base is here: what was asked for since. All behind the
 * base is. Not thread-safe.
 */
final class Elsewhere {

    /** Nothing was before. */
    private static final long NONE = Long.MIN_VALUE;

    private final long newestMillis;
    private final List<HistoryQuery> answered = new ArrayList<>();

    private Elsewhere(long newestMillis) {
        this.newestMillis = newestMillis;
    }

    /** For a bench that read everything. */
    static Elsewhere nothing() {
        return new Elsewhere(NONE);
    }

    /**
     * For a bench with a base.
     *
     * @param newestMillis the newest clock in it
     */
    static Elsewhere before(long newestMillis) {
        return new Elsewhere(newestMillis);
    }

    /** Whether all is here. */
    boolean isNothing() {
        return newestMillis == NONE;
    }

    /** All of an answer is here now. */
    void answered(HistoryQuery query) {
        if (!answered.contains(query)) {
            answered.add(query);
        }
    }

    /** Throws when an event that is not here may be elsewhere. */
    void require(EventId id) {
        if (newestMillis != NONE) {
            requireAnswered(HistoryQuery.of(id));
        }
    }

    /** Throws when not all of a task may be here. */
    void require(TaskId task) {
        if (newestMillis != NONE) {
            requireAnswered(HistoryQuery.of(task));
        }
    }

    private void requireAnswered(HistoryQuery query) {
        if (!answered.contains(query)) {
            throw new HistoryElsewhereException(query);
        }
    }

    /** Throws when not all that an operator recorded within a time may be here. */
    void require(OperatorCode operator, long fromMillis, long toMillis) {
        long to = Math.min(toMillis, newestMillis);
        if (newestMillis == NONE || fromMillis > to) {
            return;
        }
        String code = operator.value();
        boolean here =
                answered.stream()
                        .anyMatch(one ->
                                Objects.equals(one.operator(), code)
                                        && one.fromMs() <= fromMillis
                                        && to <= one.toMs());
        if (!here) {
            // To the end of it: what comes later asks for no other piece.
            throw new HistoryElsewhereException(
                    HistoryQuery.of(operator, fromMillis, newestMillis));
        }
    }

    void write(PackedOutput out) throws IOException {
        out.signed(newestMillis);
        out.all(answered, query -> out.bytes(WireJson.write(query)));
    }

    /** Reads what {@link #write} wrote. */
    static Elsewhere read(PackedInput in) throws IOException {
        Elsewhere read = new Elsewhere(in.signed());
        read.answered.addAll(in.all(() -> query(in.bytes())));
        return read;
    }

    private static HistoryQuery query(byte[] bytes) throws IOException {
        try {
            return WireJson.read(bytes, HistoryQuery.class);
        } catch (MalformedMessageException e) {
            throw new IOException("no question", e);
        }
    }
}
