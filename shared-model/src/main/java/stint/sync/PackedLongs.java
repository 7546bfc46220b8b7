package stint.sync;

import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Numbers that are appended and hardly differ from one another, in a byte or two each. One thread
 * appends and reads; a {@link Copy} may go to others.
 */
final class PackedLongs {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    /** A number is at hand for each so many; those between are counted up from it. */
    private static final int MARK_EVERY = 64;

    private byte[] bytes;
    private int length;
    private int count;
    private long last;
    private int[] markPlaces = {};
    private long[] markValues = {};

    /** None. */
    PackedLongs() {
        bytes = new byte[8];
    }

    private PackedLongs(byte[] bytes) {
        this.bytes = bytes;
    }

    int count() {
        return count;
    }

    void add(long number) {
        mark();
        if (length + Long.BYTES + 2 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + Long.BYTES);
        }
        long difference = number - last;
        long rest = (difference << 1) ^ (difference >> (Long.SIZE - 1));
        while ((rest & -MORE) != 0) {
            bytes[length++] = (byte) ((rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        bytes[length++] = (byte) rest;
        last = number;
        count++;
    }

    /** Where the next number begins, if it is one to be at hand. */
    private void mark() {
        if (count % MARK_EVERY == 0 && count > 0) {
            int mark = count / MARK_EVERY - 1;
            if (mark == markPlaces.length) {
                markPlaces = Arrays.copyOf(markPlaces, 2 * mark + 4);
                markValues = Arrays.copyOf(markValues, 2 * mark + 4);
            }
            markPlaces[mark] = length;
            markValues[mark] = last;
        }
    }

    /**
     * One of them.
     *
     * @param index from 0
     */
    long get(int index) {
        int mark = index / MARK_EVERY;
        Walk walk =
                mark == 0
                        ? new Walk(bytes, 0, 0)
                        : new Walk(bytes, markPlaces[mark - 1], markValues[mark - 1]);
        for (int next = mark * MARK_EVERY; next < index; next++) {
            walk.next();
        }
        return walk.next();
    }

    /** All of them, in order. */
    void forEach(LongConsumer each) {
        Walk walk = new Walk(bytes, 0, 0);
        for (int index = 0; index < count; index++) {
            each.accept(walk.next());
        }
    }

    /** Goes through the numbers one by one. */
    private static final class Walk {

        private final byte[] bytes;
        private int place;
        private long value;

        Walk(byte[] bytes, int place, long value) {
            this.bytes = bytes;
            this.place = place;
            this.value = value;
        }

        long next() {
            long difference = 0;
            int shift = 0;
            int next;
            do {
                next = bytes[place++];
                difference |= (long) (next & (MORE - 1)) << shift;
                shift += BITS;
            } while (next < 0);
            value += (difference >>> 1) ^ -(difference & 1);
            return value;
        }
    }

    /** What they are now. The bytes are shared: only behind these is more written to them. */
    static final class Copy {

        private final byte[] bytes;
        private final int length;
        private final int count;

        private Copy(PackedLongs numbers) {
            bytes = numbers.bytes;
            length = numbers.length;
            count = numbers.count;
        }

        void write(PackedOutput out) throws IOException {
            out.number(count);
            out.bytes(bytes, length);
        }
    }

    Copy copy() {
        return new Copy(this);
    }

    /** Reads what {@link Copy#write} wrote. */
    static PackedLongs read(PackedInput in) throws IOException {
        int count = in.count();
        byte[] bytes = in.bytes();
        if (count > bytes.length) {
            throw new IOException(count + " numbers need more than " + bytes.length + " bytes");
        }
        PackedLongs read = new PackedLongs(bytes);
        Walk walk = new Walk(bytes, 0, 0);
        for (int index = 0; index < count; index++) {
            read.mark();
            read.last = walk.next();
            read.length = walk.place;
            read.count++;
        }
        return read;
    }
}
