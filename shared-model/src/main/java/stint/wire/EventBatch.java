package stint.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events on their way: a header line, then one event's exact bytes per line (NDJSON), compressed or
 * not.
 *
 * @param <H> the header, a record of {@code stint.wire.protocol}
 * @param header the first line
 * @param bodies the exact bytes of each event, in order; read-only
 */
public record EventBatch<H>(H header, List<byte[]> bodies) {

    /** Events in one batch at most. */
    public static final int EVENTS_MAX = 1_000;

    /** Bytes of one batch at most, before compression. */
    public static final int BYTES_MAX = 4 << 20;

    /** The media type of a batch. */
    public static final String MEDIA_TYPE = "application/x-ndjson";

    /** Copies the list, not the bytes. */
    public EventBatch {
        bodies = List.copyOf(bodies);
    }

    /** Writes header and bodies as they are. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(WireJson.write(header));
        for (byte[] body : bodies) {
            out.write('\n');
            out.write(body);
        }
        out.write('\n');
    }

    /** The batch, compressed with gzip at its fastest. */
    public byte[] toGzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
        try (OutputStream gzip = new FastGzip(bytes)) {
            writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a batch that is already inflated.
     *
     * @param type of the header
     * @throws MalformedMessageException when the first line is not such a header
     */
    public static <H> EventBatch<H> read(byte[] bytes, Class<H> type)
            throws MalformedMessageException {
        List<byte[]> lines = lines(bytes);
        if (lines.isEmpty()) {
            throw new MalformedMessageException("a batch begins with its header", null);
        }
        H header = WireJson.read(lines.getFirst(), type);
        return new EventBatch<>(header, lines.subList(1, lines.size()));
    }

    /**
     * Reads an inflated stream to its end; see {@link #read(byte[], Class)}. For answers of a
     * server one trusts.
     */
    public static <H> EventBatch<H> read(InputStream in, Class<H> type)
            throws IOException, MalformedMessageException {
        return read(in.readAllBytes(), type);
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int index = 0; index <= bytes.length; index++) {
            if (index == bytes.length || bytes[index] == '\n') {
                if (index > start) {
                    lines.add(Arrays.copyOfRange(bytes, start, index));
                }
                start = index + 1;
            }
        }
        return lines;
    }
}
