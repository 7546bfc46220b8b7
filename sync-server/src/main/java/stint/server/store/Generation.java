package stint.server.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The name of a store's life and where it began, in a small file. A store that was put back from a
 * backup begins a new life, so that its readers notice (SY-3): the file says which file on this
 * disk it belongs to, and a copy of that one is another. Where a whole disk is put back, as with a
 * virtual machine, delete the file.
 */
final class Generation {

    private static final String NAME_FILE = "generation";

    /** Empty, made with the life, and never written again: it is what it is only where it is. */
    private static final String PLACE_FILE = "generation.place";

    private static final int NAME_BYTES = 8;

    private final String name;
    private final long bornAt;

    private Generation(String name, long bornAt) {
        this.name = name;
        this.bornAt = bornAt;
    }

    /**
     * The life that is written down, or else a new one.
     *
     * @param last the last position of the journal, at which a new life begins
     * @throws IOException also when what is written down makes no sense
     */
    static Generation open(Path directory, long last) throws IOException {
        Path file = directory.resolve(NAME_FILE);
        if (Files.exists(file)) {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            if (parts.length != 3) {
                throw new IOException(
                        file + " should hold three words; without it a new life begins");
            }
            if (parts[2].equals(place(directory))) {
                return new Generation(parts[0], number(file, parts[1]));
            }
        }
        return begin(directory, last);
    }

    private static long number(Path file, String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(
                    file + " should hold a position; without it a new life begins", e);
        }
    }

    /** A name that no life has had. */
    static String newName() {
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static Generation begin(Path directory, long last) throws IOException {
        Files.deleteIfExists(directory.resolve(PLACE_FILE));
        Files.createFile(directory.resolve(PLACE_FILE));
        String name = newName();
        writeForced(directory, NAME_FILE, name + " " + last + " " + place(directory));
        return new Generation(name, last);
    }

    /** What tells a file from its copy, without a space; absent where the file is. */
    private static @Nullable String place(Path directory) throws IOException {
        Path file = directory.resolve(PLACE_FILE);
        if (!Files.exists(file)) {
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object node =
                Files.getFileStore(file).supportsFileAttributeView("unix")
                        ? Files.getAttribute(file, "unix:ino")
                        : "";
        return attributes.creationTime() + "/" + node;
    }

    String name() {
        return name;
    }

    /** The journal's last position when this life began. */
    long bornAt() {
        return bornAt;
    }

    /** Replaces a small file; durable when this returns. */
    static void writeForced(Path directory, String file, String text) throws IOException {
        Path part = directory.resolve(file + ".part");
        Files.writeString(part, text);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                part,
                directory.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
