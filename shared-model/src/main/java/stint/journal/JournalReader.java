package stint.journal;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads records one after another, checking each. Not thread-safe; it has its own file channel, so
 * that an interrupted reader harms no one else.
 */
public final class JournalReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final List<Segment> segments;
    private final LongSupplier forced;
    private long next;
    private @Nullable Open open;

    /** A segment being read; records from {@code endIndex} on are not to be read here. */
    private record Open(Segment segment, long endIndex, InputStream in) {}

    JournalReader(List<Segment> segments, LongSupplier forced, long from) {
        this.segments = segments;
        this.forced = forced;
        this.next = from;
    }

    /** The index that {@link #next} will read. */
    public long nextIndex() {
        return next;
    }

    /**
     * The next record's bytes; null when there is no further durable one, for now.
     *
     * @throws JournalDamagedException when it is not as it was written
     */
    public byte @Nullable [] next() throws IOException {
        if (next > forced.getAsLong()) {
            return null;
        }
        Open current = open;
        if (current == null || next >= current.endIndex()) {
            close();
            current = openNext();
            open = current;
        }
        byte[] record = read(current, next);
        next++;
        return record;
    }

    private Open openNext() throws IOException {
        while (true) {
            Segment oldest = segments.getFirst();
            next = Math.max(next, oldest.firstIndex());
            try {
                return openAt(next);
            } catch (NoSuchFileException e) {
                if (segments.getFirst() == oldest) {
                    throw e;
                }
                // It was let go just now: what follows it is there.
            }
        }
    }

    private Open openAt(long index) throws IOException {
        // What lies behind this may be in the buffer half written: read anew from there.
        long endIndex = forced.getAsLong() + 1;
        Segment segment = segments.getFirst();
        for (Segment later : segments) {
            if (later.firstIndex() > index) {
                endIndex = Math.min(endIndex, later.firstIndex());
                break;
            }
            segment = later;
        }
        Map.Entry<Long, Integer> place = segment.placeBefore(index);
        FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.READ);
        try {
            channel.position(place.getValue());
            InputStream in =
                    new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
            Open opened = new Open(segment, endIndex, in);
            for (long skipped = place.getKey(); skipped < index; skipped++) {
                read(opened, skipped);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] read(Open open, long index) throws IOException {
        byte[] header = open.in().readNBytes(Segment.RECORD_HEADER_BYTES);
        ByteBuffer view = ByteBuffer.wrap(header);
        int length =
                header.length < Segment.RECORD_HEADER_BYTES ? 0 : view.getInt(Segment.LENGTH_AT);
        if (length < 1
                || length > open.segment().bytes()
                || view.getLong(Segment.INDEX_AT) != index) {
            throw damaged(open, index);
        }
        byte[] record = open.in().readNBytes(length);
        if (record.length < length || Segment.checksum(view, record) != view.getInt(0)) {
            throw damaged(open, index);
        }
        return record;
    }

    private static JournalDamagedException damaged(Open open, long index) {
        return new JournalDamagedException(
                open.segment().file(), index, 0, "is not as it was written");
    }

    @Override
    public void close() throws IOException {
        Open current = open;
        open = null;
        if (current != null) {
            current.in().close();
        }
    }
}
