package stint.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Watches the disk's free room. New work is refused while there is still room to end what is open;
 * the reserve file is that room. Used by the writer's thread.
 */
final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private static final String NAME = "reserve";

    private final Path directory;
    private final Path reserve;
    private final JournalOptions options;
    private final LongSupplier usableBytes;
    private boolean low;

    Room(Path directory, JournalOptions options, LongSupplier usableBytes) {
        this.directory = directory;
        this.reserve = directory.resolve(NAME);
        this.options = options;
        this.usableBytes = usableBytes;
    }

    /** What the disk under a directory has left for us (bytes). */
    static LongSupplier usableBytesOf(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        return () -> {
            try {
                return store.getUsableSpace();
            } catch (IOException e) {
                throw new UncheckedIOException("the disk's free room can't be read", e);
            }
        };
    }

    /** Whether a request may be written; looks at the disk. */
    boolean admits(Urgency urgency) throws IOException {
        boolean nowLow = usableBytes.getAsLong() < options.roomBytesMin();
        if (nowLow != low) {
            low = nowLow;
            if (low) {
                LOG.error("disk almost full: new work is refused until room is made");
            } else {
                LOG.warn("the disk has room again");
                keepReserve();
            }
        }
        return !low || urgency == Urgency.ENDING;
    }

    /** Sets room aside, if there is enough. */
    void keepReserve() throws IOException {
        long wanted = options.roomBytesMin() + 2L * options.segmentBytes();
        if (!Files.exists(reserve) && usableBytes.getAsLong() >= wanted) {
            Disk.create(directory, NAME, new byte[0], options.segmentBytes());
        }
    }

    /** Gives the reserve up; false when it was already gone. */
    boolean release() throws IOException {
        boolean released = Files.deleteIfExists(reserve);
        if (released) {
            LOG.error("disk full: the reserve is used to end open work");
        }
        return released;
    }
}
