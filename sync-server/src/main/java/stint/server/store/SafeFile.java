package stint.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Up to where a finished backup holds the feed, in a small file of one life of the store. What an
 * earlier life had backed up counts no more: its benches are to keep their events until this one is
 * backed up too. Thread-safe.
 */
final class SafeFile {

    private static final String NAME = "safe";

    private final Path directory;
    private final String generation;
    private volatile long position;

    private SafeFile(Path directory, String generation, long position) {
        this.directory = directory;
        this.generation = generation;
        this.position = position;
    }

    static SafeFile open(Path directory, String generation) throws IOException {
        Path file = directory.resolve(NAME);
        long position = 0;
        if (Files.exists(file)) {
            String[] words = Files.readString(file).strip().split(" ", -1);
            if (words.length == 2 && words[0].equals(generation) && words[1].matches("\\d{1,18}")) {
                position = Long.parseLong(words[1]);
            }
        }
        return new SafeFile(directory, generation, position);
    }

    long position() {
        return position;
    }

    synchronized void moveTo(long newPosition) throws IOException {
        if (newPosition > position) {
            Generation.writeForced(directory, NAME, generation + " " + newPosition);
            position = newPosition;
        }
    }
}
