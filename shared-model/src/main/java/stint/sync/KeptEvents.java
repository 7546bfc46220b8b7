package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.wire.FastGzip;
import stint.wire.Hash;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A bench's own events, from the first one on, that need no journal any more: compressed, some
 * forty bytes each. So a bench can send all it ever recorded, whatever of the feed it let go of.
 * Used by one thread.
 */
final class KeptEvents {

    static final int BLOCK_EVENTS = 500;

    private final long count;
    private final Hash head;
    private final List<byte[]> blocks;
    private int openBlock = -1;
    private List<byte[]> open = List.of();

    private KeptEvents(long count, Hash head, List<byte[]> blocks) {
        this.count = count;
        this.head = head;
        this.blocks = blocks;
    }

    /** None. */
    static KeptEvents none() {
        return new KeptEvents(0, Hash.ZERO, List.of());
    }

    /** Gives own events by their index in the bench's log. */
    @FunctionalInterface
    interface Source {

        /** Some of them. */
        List<byte[]> bodies(long from, int count) throws IOException;
    }

    /**
     * Keeps the first ones.
     *
     * @param head the chain after the last of them
     */
    static KeptEvents first(long count, Hash head, Source source) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (long from = 1; from <= count; from += BLOCK_EVENTS) {
            int wanted = (int) Math.min(BLOCK_EVENTS, count - from + 1);
            List<byte[]> bodies = source.bodies(from, wanted);
            if (bodies.size() != wanted) {
                throw new IOException("own events from " + from + " on can't be read");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (FastGzip gzip = new FastGzip(bytes)) {
                PackedOutput packed = new PackedOutput(gzip);
                packed.all(bodies, packed::bytes);
            }
            blocks.add(bytes.toByteArray());
        }
        return new KeptEvents(count, head, blocks);
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** The chain after the last of them. */
    Hash head() {
        return head;
    }

    /**
     * One of them.
     *
     * @param index from 1
     */
    byte @Nullable [] body(long index) throws IOException {
        if (index < 1 || index > count) {
            return null;
        }
        int block = (int) ((index - 1) / BLOCK_EVENTS);
        if (block != openBlock) {
            try (GZIPInputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(blocks.get(block)))) {
                PackedInput packed = new PackedInput(in);
                open = packed.all(packed::bytes);
                openBlock = block;
            }
        }
        return open.get((int) ((index - 1) % BLOCK_EVENTS));
    }

    void write(PackedOutput out) throws IOException {
        out.number(count);
        out.bytes(head.toBytes());
        out.all(blocks, out::bytes);
    }

    /** Reads what {@link #write} wrote. */
    static KeptEvents read(PackedInput in) throws IOException {
        long count = in.number();
        Hash head = Hash.of(in.bytes());
        return new KeptEvents(count, head, in.all(in::bytes));
    }
}
