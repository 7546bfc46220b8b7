package stint.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The file with what stands for records that were let go: a checksum, then whatever was given. */
final class LetGo {

    private static final String NAME = "let-go";

    private final Path directory;
    private final Path file;

    LetGo(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    /**
     * What stands there; empty for nothing.
     *
     * @throws JournalDamagedException when it is not as it was written
     */
    Optional<byte[]> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        if (content.length < Integer.BYTES
                || ByteBuffer.wrap(content).getInt() != checksum(content)) {
            throw new JournalDamagedException(file, 1, 0, "is not as it was written");
        }
        return Optional.of(Arrays.copyOfRange(content, Integer.BYTES, content.length));
    }

    /** Puts it there, durably, in place of what stood there. */
    void write(byte[] instead) throws IOException {
        byte[] content = new byte[Integer.BYTES + instead.length];
        System.arraycopy(instead, 0, content, Integer.BYTES, instead.length);
        ByteBuffer.wrap(content).putInt(checksum(content));
        Disk.create(directory, NAME, content, content.length);
    }

    /** Deletes a segment, durably: after a power cut none must be gone before an older one. */
    void delete(Segment segment) throws IOException {
        Files.delete(segment.file());
        Disk.forceDirectory(directory);
    }

    private static int checksum(byte[] content) {
        return Segment.checksum(content, Integer.BYTES, content.length - Integer.BYTES);
    }
}
