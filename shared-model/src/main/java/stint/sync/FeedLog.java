package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.journal.RecordLog;
import stint.journal.Urgency;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryPiece;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the bench fetched from the server, in a journal of its own, so that it knows the floor also
 * when it starts without a network (SY-1). One record is one piece of the feed with its header:
 * data and cursor are kept together. Not thread-safe.
 */
public final class FeedLog {

    private static final int AT_ONCE = 64;

    private final RecordLog journal;
    private final long after;
    private @Nullable String generation;
    private long position;
    private long last;

    private FeedLog(RecordLog journal, long after) {
        this.journal = journal;
        this.after = Math.max(0, after);
    }

    /**
     * A log nothing is known of yet; {@link #catchUp} reads it.
     *
     * @param after the last record that something else stands for
     */
    static FeedLog on(RecordLog journal, long after) {
        return new FeedLog(journal, after);
    }

    /**
     * Opens a log and reads it.
     *
     * @param reader is given every piece, in order; some events may come twice
     */
    public static FeedLog open(RecordLog journal, Consumer<Piece> reader) throws IOException {
        FeedLog log = on(journal, 0);
        log.catchUp(reader);
        return log;
    }

    /**
     * Reads what it does not know yet.
     *
     * @param reader is given every such piece, in order; some events may come twice
     */
    void catchUp(Consumer<Piece> reader) throws IOException {
        journal.replay(
                Math.max(journal.firstIndex(), last + 1),
                bytes -> {
                    EventBatch<FeedHeader> events = piece(bytes);
                    moveTo(events.header());
                    last = Math.max(journal.firstIndex(), last + 1);
                    reader.accept(new Piece(last, events));
                });
    }

    /**
     * Reads, of the records that something else stands for, those that are here still. They move no
     * cursor.
     */
    void passOver(Consumer<Piece> reader) throws IOException {
        while (last < Math.min(after, journal.lastIndex())) {
            long record = Math.max(journal.firstIndex(), last + 1);
            if (record <= after) {
                int wanted = (int) Math.min(AT_ONCE, after - record + 1);
                for (byte[] bytes : journal.read(record, wanted)) {
                    reader.accept(new Piece(record, piece(bytes)));
                    record++;
                }
            }
            last = record - 1;
        }
    }

    /** What was before a position stands elsewhere. */
    void beginAt(String itsGeneration, long itsPosition) {
        generation = itsGeneration;
        position = itsPosition;
    }

    /** Where the feed is can't be said: it is to be fetched from its beginning. */
    void forgetCursor() {
        generation = null;
        position = 0;
    }

    /** Whether nothing was fetched, or nothing since something else stands for it. */
    boolean isEmpty() {
        return position == 0 && last <= after;
    }

    /** The last record that is known. */
    long last() {
        return last;
    }

    /**
     * A piece of the feed.
     *
     * @param record where this log keeps it
     * @param events with the header they came with
     */
    public record Piece(long record, EventBatch<FeedHeader> events) {}

    private static EventBatch<FeedHeader> piece(byte[] record) throws IOException {
        try {
            return EventBatch.read(record, FeedHeader.class);
        } catch (MalformedMessageException e) {
            throw new IOException("the journal of the feed holds what is no piece of it", e);
        }
    }

    /** The events in one record of such a log. */
    public static List<byte[]> bodies(byte[] record) throws IOException {
        return piece(record).bodies();
    }

    /** Up to where the feed is here. */
    public SyncPort.Cursor cursor() {
        return new SyncPort.Cursor(generation, position);
    }

    /** Keeps a piece; when this returns it is durable. */
    public Piece keep(FeedHeader header, List<byte[]> bodies) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EventBatch<FeedHeader> events = new EventBatch<>(header, bodies);
        events.writeTo(bytes);
        long record = journal.keep(List.of(bytes.toByteArray()), Urgency.NORMAL);
        moveTo(header);
        last = record;
        return new Piece(record, events);
    }

    /** Keeps what is no piece of the feed, in its place; the cursor stays where it is. */
    Piece keep(HistoryPiece history, List<byte[]> bodies) throws IOException {
        FeedHeader here =
                new FeedHeader(
                        Objects.requireNonNull(generation),
                        position + 1,
                        position,
                        position,
                        0,
                        null,
                        history);
        return keep(here, bodies);
    }

    /**
     * The exact bytes of an event.
     *
     * @param record the piece it is in
     * @throws UncheckedIOException when the disk fails, or the piece holds no such event
     */
    byte[] body(long record, EventId id) {
        try {
            for (byte[] bytes : journal.read(record, 1)) {
                for (byte[] body : bodies(bytes)) {
                    if (StoredEvent.read(body).id().equals(id)) {
                        return body;
                    }
                }
            }
            throw new IOException("piece " + record + " of the feed does not hold " + id);
        } catch (UnreadableEventException e) {
            throw new UncheckedIOException(
                    new IOException("piece " + record + " of the feed holds what is no event", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cursor moves to another store's beginning; what was fetched before stays known. */
    void startOver(String newGeneration) {
        generation = newGeneration;
        position = 0;
    }

    private void moveTo(FeedHeader header) {
        generation = header.generation();
        position = header.to();
    }

    void write(PackedOutput out) throws IOException {
        out.optional(generation, out::text);
        out.number(position);
        out.number(last);
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        generation = in.optional(in::text);
        position = in.number();
        last = in.number();
    }
}
