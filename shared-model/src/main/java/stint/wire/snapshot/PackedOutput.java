package stint.wire.snapshot;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes numbers in as few bytes as they need, and a text that comes often only once. Buffer the
 * stream beneath. Used by one thread.
 */
public final class PackedOutput {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final OutputStream out;
    private final Map<String, Integer> names = new HashMap<>();

    /** Writes to a stream, which stays open. */
    public PackedOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes one of a collection's things. */
    @FunctionalInterface
    public interface Each<T> {

        /** Writes it. */
        void write(T thing) throws IOException;
    }

    /** Any number; those from 0 on in few bytes. */
    public void number(long number) throws IOException {
        long rest = number;
        while ((rest & -MORE) != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        out.write((int) rest);
    }

    /** Any number; those near 0 in few bytes. */
    public void signed(long number) throws IOException {
        number((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    /** Yes or no. */
    public void flag(boolean flag) throws IOException {
        out.write(flag ? 1 : 0);
    }

    /** Some bytes. */
    public void bytes(byte[] bytes) throws IOException {
        bytes(bytes, bytes.length);
    }

    /** The first bytes of some. */
    public void bytes(byte[] bytes, int length) throws IOException {
        number(length);
        out.write(bytes, 0, length);
    }

    /** A text. */
    public void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that comes often, such as a code. */
    public void name(String name) throws IOException {
        Integer known = names.putIfAbsent(name, names.size());
        number(known == null ? 0 : known + 1);
        if (known == null) {
            text(name);
        }
    }

    /**
     * A moment, exact.
     *
     * @param nearMillis a moment close to it that the reader knows by then, since 1970 UTC
     */
    public void instant(Instant instant, long nearMillis) throws IOException {
        signed(instant.toEpochMilli() - nearMillis);
        number(instant.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI);
    }

    /** A length of time, exact. */
    public void duration(Duration duration) throws IOException {
        signed(duration.getSeconds());
        number(duration.getNano());
    }

    /** All of a collection, in its order. */
    public <T> void all(Collection<? extends T> things, Each<T> each) throws IOException {
        number(things.size());
        for (T thing : things) {
            each.write(thing);
        }
    }

    /** Something, or that it is absent. */
    public <T> void optional(@Nullable T thing, Each<T> each) throws IOException {
        flag(thing != null);
        if (thing != null) {
            each.write(thing);
        }
    }
}
