package stint.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The marker a closed journal leaves: its last index. Gone while the journal is open, so that a
 * crash leaves none (EV-2).
 */
final class CleanStop {

    /** There is no marker. */
    static final long NONE = -1;

    private static final String NAME = "clean";
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private final Path directory;
    private final Path file;

    CleanStop(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    /**
     * The last index at the clean stop, or {@link #NONE}; a marker we can't read counts as none.
     */
    long read() throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        byte[] content = Files.readAllBytes(file);
        if (content.length != BYTES) {
            return NONE;
        }
        ByteBuffer marker = ByteBuffer.wrap(content);
        boolean whole = marker.getInt(Long.BYTES) == Segment.checksum(content, 0, Long.BYTES);
        return whole ? marker.getLong(0) : NONE;
    }

    void remove() throws IOException {
        if (Files.deleteIfExists(file)) {
            Disk.forceDirectory(directory);
        }
    }

    void write(long lastIndex) throws IOException {
        ByteBuffer marker = ByteBuffer.allocate(BYTES).putLong(lastIndex);
        marker.putInt(Segment.checksum(marker.array(), 0, Long.BYTES));
        Disk.create(directory, NAME, marker.array(), BYTES);
    }
}
