package stint.wire.snapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The two newest snapshots, in files of one directory: where the newest is of no use, the one
 * before may be.
 */
public final class SnapshotFiles implements Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFiles.class);

    private final Path directory;
    private final Path newest;
    private final Path before;
    private final long build;

    private SnapshotFiles(Path directory, long build) {
        this.directory = directory;
        this.build = build;
        newest = directory.resolve("newest.snapshot");
        before = directory.resolve("before.snapshot");
    }

    /**
     * Snapshots in a directory, which is made when the first one is written. Where this build can't
     * be told from others, none are kept.
     */
    public static Snapshots in(Path directory) {
        try {
            return new SnapshotFiles(directory, BuildPrint.ofRules());
        } catch (IOException e) {
            LOG.warn("No snapshots are kept: starts take as long as the log is", e);
            return NONE;
        }
    }

    @Override
    public <T> Optional<T> newest(Reader<T> reader) {
        for (Path file : List.of(newest, before)) {
            try {
                Optional<T> read = new SnapshotFile(file, build).read(reader);
                if (read.isPresent()) {
                    return read;
                }
            } catch (IOException e) {
                LOG.warn("A snapshot is not used: {}", e.getMessage());
                LOG.debug("Why", e);
            }
        }
        return Optional.empty();
    }

    @Override
    public void write(Content content) throws IOException {
        Files.createDirectories(directory);
        Path fresh = directory.resolve("fresh.snapshot");
        new SnapshotFile(fresh, build).write(content);
        if (Files.exists(newest)) {
            move(newest, before);
        }
        move(fresh, newest);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
