package stint.wire.snapshot;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link PackedOutput} wrote. A number that can't be, or an early end, is an {@link
 * IOException}. Used by one thread.
 */
public final class PackedInput {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** A damaged count is not believed so far as to make room for it at once. */
    private static final int ROOM_AT_ONCE = 10_000;

    private final InputStream in;
    private final List<String> names = new ArrayList<>();

    /** Reads from a stream, which stays open. */
    public PackedInput(InputStream in) {
        this.in = in;
    }

    /** Reads one of a collection's things. */
    @FunctionalInterface
    public interface Each<T> {

        /** Reads it. */
        T read() throws IOException;
    }

    /** See {@link PackedOutput#number}. */
    public long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it ends within a number");
            }
            number |= (long) (next & (MORE - 1)) << shift;
            if (next < MORE) {
                return number;
            }
        }
        throw new IOException("a number has too many bytes");
    }

    /** A number from 0 on that an int holds. */
    public int count() throws IOException {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IOException("no count: " + number);
        }
        return (int) number;
    }

    /** See {@link PackedOutput#signed}. */
    public long signed() throws IOException {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    /** See {@link PackedOutput#flag}. */
    public boolean flag() throws IOException {
        return number() != 0;
    }

    /** See {@link PackedOutput#bytes}. */
    public byte[] bytes() throws IOException {
        int length = count();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it ends within " + length + " bytes");
        }
        return bytes;
    }

    /** See {@link PackedOutput#text}. */
    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** See {@link PackedOutput#name}; the same object each time. */
    public String name() throws IOException {
        int number = count();
        if (number > names.size()) {
            throw new IOException("name " + number + " was never written");
        }
        if (number > 0) {
            return names.get(number - 1);
        }
        String name = text();
        names.add(name);
        return name;
    }

    /** See {@link PackedOutput#instant}. */
    public Instant instant(long nearMillis) throws IOException {
        Instant millis = Instant.ofEpochMilli(nearMillis + signed());
        int nanos = count();
        return nanos == 0 ? millis : millis.plusNanos(nanos % NANOS_PER_MILLI);
    }

    /** See {@link PackedOutput#duration}. */
    public Duration duration() throws IOException {
        long seconds = signed();
        return Duration.ofSeconds(seconds, count());
    }

    /** See {@link PackedOutput#all}. */
    public <T> List<T> all(Each<T> each) throws IOException {
        int count = count();
        List<T> things = new ArrayList<>(Math.min(count, ROOM_AT_ONCE));
        for (int index = 0; index < count; index++) {
            things.add(each.read());
        }
        return things;
    }

    /** See {@link PackedOutput#optional}. */
    public <T> @Nullable T optional(Each<T> each) throws IOException {
        return flag() ? each.read() : null;
    }
}
