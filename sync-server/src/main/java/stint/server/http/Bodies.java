package stint.server.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.server.ServerConfig;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.wire.MalformedMessageException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads request bodies within the limits: size as sent and inflated, time, memory of all together.
 * What is long is unpacked, and made something of, where it lets nobody wait. A body that is too
 * large is read to its end and thrown away, as long as that is bearable, so that the sender can
 * hear the answer. Thread-safe.
 */
final class Bodies {

    /** Beyond this nobody waits for the end of what is thrown away. */
    private static final long DRAIN_BYTES_MAX = 256L << 20;

    private static final int CHUNK = 16 << 10;

    /** What taps come to: read where it arrived, and not behind what others bring by thousands. */
    private static final int SHORT_BYTES = 16 << 10;

    /** The same as it is sent when it is packed. */
    private static final int SHORT_PACKED_BYTES = 2 << 10;

    private final ServerConfig.Limits limits;
    private final HeavyWork reading;

    Bodies(ServerConfig.Limits limits, HeavyWork reading) {
        this.limits = limits;
        this.reading = reading;
    }

    /** Makes something of a body, inflated, on any thread; waits for nobody. */
    @FunctionalInterface
    interface Reader<T> {

        T read(byte[] body) throws MalformedMessageException;
    }

    /** What a body may have where nothing else is said, inflated. */
    int usualMax() {
        return limits.bodyBytesMax();
    }

    /**
     * What is made of the body.
     *
     * @param lease of the memory it takes, inflated
     * @param bytesMax that it may have, inflated
     * @param reader makes it
     * @param mediaTypes those that are taken
     * @throws FaultException when it is of another type, too large, too slow, no gzip, or the
     *     reader can make nothing of it
     */
    <T> T read(
            Context context,
            BodyBudget.Lease lease,
            int bytesMax,
            Reader<T> reader,
            String... mediaTypes) {
        requireType(context.contentType(), mediaTypes);
        boolean gzip = isGzip(context.header("Content-Encoding"));
        Arrival arrival = null;
        try {
            arrival = new Arrival(context.req().getInputStream(), limits.bodyTime());
            if (context.req().getContentLengthLong() > bytesMax) {
                throw tooLarge(context, arrival, bytesMax);
            }
            arrival.countMax = bytesMax;
            byte[] sent = read(arrival, lease, bytesMax);
            String signed = Gate.bodyHash(context);
            return sent.length > (gzip ? SHORT_PACKED_BYTES : SHORT_BYTES)
                    ? reading.run(() -> made(sent, signed, gzip, lease, bytesMax, reader))
                    : made(sent, signed, gzip, lease, bytesMax, reader);
        } catch (IOException e) {
            throw fault(e, context, arrival, bytesMax);
        } catch (UncheckedIOException e) {
            throw fault(Objects.requireNonNull(e.getCause()), context, arrival, bytesMax);
        }
    }

    private static FaultException fault(
            IOException e, Context context, @Nullable Arrival arrival, int bytesMax) {
        return switch (e) {
            case TooLargeException large -> tooLarge(context, arrival, bytesMax);
            case ZipException broken -> noGzip(broken);
            case EOFException early -> noGzip(early);
            default ->
                    e.getCause() instanceof TimeoutException
                            ? FaultException.of(Fault.TOO_SLOW, "the body stopped arriving", e)
                            : FaultException.of(Fault.MALFORMED, "the body ended early", e);
        };
    }

    private static FaultException noGzip(IOException e) {
        return FaultException.of(Fault.MALFORMED, "the body is no gzip, or ends early", e);
    }

    private static <T> T made(
            byte[] sent,
            @Nullable String signed,
            boolean gzip,
            BodyBudget.Lease lease,
            int bytesMax,
            Reader<T> reader) {
        try {
            return reader.read(body(sent, signed, gzip, lease, bytesMax));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedMessageException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] body(
            byte[] sent,
            @Nullable String signed,
            boolean gzip,
            BodyBudget.Lease lease,
            int bytesMax)
            throws IOException {
        if (signed != null && !HexFormat.of().formatHex(sha256().digest(sent)).equals(signed)) {
            throw FaultException.of(
                    Fault.NOT_AUTHENTICATED, "the body is not the one that was signed");
        }
        return gzip
                ? read(new GZIPInputStream(new ByteArrayInputStream(sent), CHUNK), lease, bytesMax)
                : sent;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static byte[] read(InputStream in, BodyBudget.Lease lease, int bytesMax)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (body.size() + count > bytesMax) {
                throw new TooLargeException();
            }
            lease.take(count);
            body.write(chunk, 0, count);
        }
        return body.toByteArray();
    }

    private static FaultException tooLarge(
            Context context, @Nullable Arrival arrival, int bytesMax) {
        if (arrival != null && context.req().getContentLengthLong() <= DRAIN_BYTES_MAX) {
            arrival.drain();
        }
        context.header("Connection", "close");
        return FaultException.of(
                Fault.TOO_LARGE,
                "a request body has at most " + bytesMax + " bytes here, inflated");
    }

    private static void requireType(@Nullable String contentType, String... mediaTypes) {
        String type = contentType == null ? "" : contentType;
        int end = type.indexOf(';');
        String base = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (!Arrays.asList(mediaTypes).contains(base)) {
            throw FaultException.of(
                    Fault.UNSUPPORTED_MEDIA,
                    "wanted is " + String.join(" or ", mediaTypes) + ", not \"" + type + "\"");
        }
    }

    private static boolean isGzip(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return true;
        }
        throw FaultException.of(
                Fault.UNSUPPORTED_MEDIA, "the body may be compressed with gzip only");
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The body as it arrives: counted, and with an end to one's patience. Used by one thread. */
    private static final class Arrival extends InputStream {

        private final InputStream in;
        private final long deadlineNanos;
        private long count;
        private long countMax = Long.MAX_VALUE;

        Arrival(InputStream in, Duration time) {
            this.in = in;
            this.deadlineNanos = System.nanoTime() + time.toNanos();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IOException(new TimeoutException("the body came too slowly"));
            }
            count += Math.max(0, read);
            if (count > countMax) {
                throw new TooLargeException();
            }
            return read;
        }

        void drain() {
            byte[] chunk = new byte[CHUNK];
            countMax = DRAIN_BYTES_MAX;
            try {
                int read = read(chunk, 0, CHUNK);
                while (read >= 0) {
                    read = read(chunk, 0, CHUNK);
                }
            } catch (IOException e) {
                count = countMax; // Whoever goes on sending for ever need not hear the answer.
            }
        }
    }
}
