package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.journal.JournalReader;
import stint.station.store.Followed;
import stint.station.sync.SyncPort;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.protocol.FeedHeader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/**
 * What the bench fetched from the server, in a journal of its own, so that it knows the floor also
 * when it starts without a network (SY-1). One record is one piece of the feed with its header:
 * data and cursor are kept together. Used by the core's thread.
 */
final class FeedLog implements AutoCloseable {

    private final Journal journal;
    private @Nullable String generation;
    private long position;

    private FeedLog(Journal journal) {
        this.journal = journal;
    }

    /**
     * Opens the log and reads it.
     *
     * @param reader is given every piece, in order, and whether it is the first of another store;
     *     some events may come twice
     */
    static FeedLog open(Path directory, BiConsumer<EventBatch<FeedHeader>, Boolean> reader)
            throws IOException {
        Journal journal = Journal.open(directory, JournalOptions.forBench());
        FeedLog log = new FeedLog(journal);
        try (JournalReader records = journal.reader(journal.firstIndex())) {
            for (byte[] bytes = records.next(); bytes != null; bytes = records.next()) {
                EventBatch<FeedHeader> piece = piece(bytes);
                boolean another =
                        log.generation != null
                                && !log.generation.equals(piece.header().generation());
                log.moveTo(piece.header());
                reader.accept(piece, another);
            }
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
        return log;
    }

    private static EventBatch<FeedHeader> piece(byte[] record) throws IOException {
        try {
            return EventBatch.read(record, FeedHeader.class);
        } catch (MalformedMessageException e) {
            throw new IOException("the journal of the feed holds what is no piece of it", e);
        }
    }

    /** For the store behind. */
    Followed followed() {
        return new Followed("feed", journal, record -> piece(record).bodies());
    }

    SyncPort.Cursor cursor() {
        return new SyncPort.Cursor(generation, position);
    }

    /** Keeps a piece; when this returns it is durable. */
    void keep(FeedHeader header, List<byte[]> bodies) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new EventBatch<>(header, bodies).writeTo(bytes);
        try {
            journal.append(List.of(bytes.toByteArray())).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IOException("the feed can't be kept", e.getCause());
        }
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

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
