package stint.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The name of a store's life and where it began, in a small file. A backup leaves the name out, so
 * a store that is put back begins a new life and its readers notice (SY-3).
 */
final class Generation {

    private static final String NAME_FILE = "generation";
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
            String text = Files.readString(file).strip();
            int space = text.indexOf(' ');
            try {
                return new Generation(
                        text.substring(0, space), Long.parseLong(text.substring(space + 1)));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException(
                        file + " should hold a name and a position; without it a new life begins",
                        e);
            }
        }
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        String name = HexFormat.of().formatHex(random);
        writeForced(directory, NAME_FILE, name + " " + last);
        return new Generation(name, last);
    }

    String name() {
        return name;
    }

    /** The journal's last position when this life began. */
    long bornAt() {
        return bornAt;
    }

    private static void writeForced(Path directory, String file, String text) throws IOException {
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
