package stint.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** File operations that are durable when they return. */
final class Disk {

    private static final boolean DIRECTORIES_CAN_BE_FORCED =
            !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final int ZEROS_BYTES = 64 * 1024;

    private Disk() {}

    /** Makes the names in a directory durable. */
    static void forceDirectory(Path directory) throws IOException {
        if (DIRECTORIES_CAN_BE_FORCED) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Makes a directory, and those it is in, where they are not there; their names are durable. */
    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent == null) {
            Files.createDirectories(directory);
            return;
        }
        createDirectories(parent);
        Files.createDirectories(directory); // Somebody else may have made it meanwhile.
        forceDirectory(parent);
    }

    /**
     * Makes a file appear whole or not at all, filled up with zeros that are really there: later
     * writes into it need no room.
     */
    static void create(Path directory, String name, byte[] start, int length) throws IOException {
        Path unfinished = directory.resolve(name + ".new");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                writeFully(channel, ByteBuffer.wrap(start), 0);
                fillWithZeros(channel, start.length, length);
                channel.force(true);
            }
            Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(unfinished, e);
            throw e;
        }
        forceDirectory(directory);
    }

    static void fillWithZeros(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_BYTES);
        for (long place = from; place < to; place += zeros.limit()) {
            zeros.clear().limit((int) Math.min(ZEROS_BYTES, to - place));
            writeFully(channel, zeros, place);
        }
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes, long place) throws IOException {
        long next = place;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }

    private static void deleteQuietly(Path file, IOException because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
