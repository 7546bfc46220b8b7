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
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the bench fetched from the server, in a journal of its own, so that it knows the floor also
 * when it starts without a network (SY-1). One record is one piece of the feed with its header:
 * data and cursor are kept together. Not thread-safe.
 */
public final class FeedLog {

    private final RecordLog journal;
    private @Nullable String generation;
    private long position;
    private long last;

    private FeedLog(RecordLog journal) {
        this.journal = journal;
    }

    /** A log nothing is known of yet; {@link #catchUp} reads it. */
    static FeedLog on(RecordLog journal) {
        return new FeedLog(journal);
    }

    /**
     * Opens a log and reads it.
     *
     * @param reader is given every piece, in order; some events may come twice
     */
    public static FeedLog open(RecordLog journal, Consumer<Piece> reader) throws IOException {
        FeedLog log = on(journal);
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
