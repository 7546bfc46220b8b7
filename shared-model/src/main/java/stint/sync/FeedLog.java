package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.journal.RecordLog;
import stint.journal.Urgency;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.protocol.FeedHeader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    private FeedLog(RecordLog journal) {
        this.journal = journal;
    }

    /**
     * Opens the log and reads it.
     *
     * @param reader is given every piece, in order; some events may come twice
     */
    public static FeedLog open(RecordLog journal, Consumer<EventBatch<FeedHeader>> reader)
            throws IOException {
        FeedLog log = new FeedLog(journal);
        journal.replay(bytes -> {
            EventBatch<FeedHeader> piece = piece(bytes);
            log.moveTo(piece.header());
            reader.accept(piece);
        });
        return log;
    }

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
    public void keep(FeedHeader header, List<byte[]> bodies) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new EventBatch<>(header, bodies).writeTo(bytes);
        journal.keep(List.of(bytes.toByteArray()), Urgency.NORMAL);
        moveTo(header);
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
}
