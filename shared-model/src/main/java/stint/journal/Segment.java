package stint.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32C;

/**
 * One file of the journal: a header, records, zeros.
 *
 * <p>A record is {@code crc32c:int length:int index:long forced:long bytes}, big-endian; the
 * checksum covers all behind it. {@code forced} is the last index that was forced when this record
 * was written: it tells a torn end from damage, see {@link SegmentScan}.
 */
final class Segment {

    static final int HEADER_BYTES = 24;
    static final int RECORD_HEADER_BYTES = 24;
    static final int LENGTH_AT = 4;
    static final int INDEX_AT = 8;
    static final int FORCED_AT = 16;
    static final String SUFFIX = ".journal";

    /** "STINTJ01". */
    private static final long MAGIC = 0x5354_494E_544A_3031L;

    /** A place is remembered for each so many records. */
    private static final int PLACES_EVERY = 64;

    private final Path file;
    private final long firstIndex;
    private final int bytes;
    private final ConcurrentSkipListMap<Long, Integer> places = new ConcurrentSkipListMap<>();

    Segment(Path file, long firstIndex, int bytes) {
        this.file = file;
        this.firstIndex = firstIndex;
        this.bytes = bytes;
    }

    /** Makes the file, durably. */
    static Segment create(Path directory, long firstIndex, int bytes) throws IOException {
        String name = String.format(Locale.ROOT, "%019d", firstIndex) + SUFFIX;
        Disk.create(directory, name, header(firstIndex), bytes);
        return new Segment(directory.resolve(name), firstIndex, bytes);
    }

    /** What a segment begins with. */
    static byte[] header(long firstIndex) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putLong(MAGIC).putLong(firstIndex).putInt(0);
        return header.putInt(checksum(header.array(), 0, HEADER_BYTES - Integer.BYTES)).array();
    }

    /** The index its header says it begins with; 0 for no header of ours. */
    static long firstIndexIn(byte[] content) {
        if (content.length < HEADER_BYTES) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(content);
        boolean ours =
                header.getLong(0) == MAGIC
                        && header.getInt(HEADER_BYTES - Integer.BYTES)
                                == checksum(content, 0, HEADER_BYTES - Integer.BYTES);
        return ours ? header.getLong(Long.BYTES) : 0;
    }

    Path file() {
        return file;
    }

    long firstIndex() {
        return firstIndex;
    }

    int bytes() {
        return bytes;
    }

    /** Remembers now and then where a record is. */
    void remember(long index, int place) {
        if ((index - firstIndex) % PLACES_EVERY == 0) {
            places.put(index, place);
        }
    }

    /** The nearest remembered record at or before the index, and where it is. */
    Map.Entry<Long, Integer> placeBefore(long index) {
        Map.Entry<Long, Integer> place = places.floorEntry(index);
        return place == null ? Map.entry(firstIndex, HEADER_BYTES) : place;
    }

    static int recordBytes(byte[] payload) {
        return RECORD_HEADER_BYTES + payload.length;
    }

    /** Writes a record at the buffer's position. */
    static void put(ByteBuffer buffer, long index, long forced, byte[] payload) {
        int start = buffer.position();
        buffer.putInt(0).putInt(payload.length).putLong(index).putLong(forced);
        int checksum = checksum(buffer.slice(start, RECORD_HEADER_BYTES), payload);
        buffer.put(payload).putInt(start, checksum);
    }

    static int checksum(byte[] content, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(content, from, length);
        return (int) crc.getValue();
    }

    /** The checksum of a record, from its header and its bytes. */
    static int checksum(ByteBuffer header, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(header.slice(LENGTH_AT, RECORD_HEADER_BYTES - LENGTH_AT));
        crc.update(payload, 0, payload.length);
        return (int) crc.getValue();
    }
}
