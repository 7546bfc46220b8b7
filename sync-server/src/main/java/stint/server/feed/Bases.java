package stint.server.feed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.sync.Base;
import stint.wire.snapshot.SnapshotFile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The newest base, in a file that any number of benches are given (SY-2). The writer only copies
 * what it knows; whoever asks first packs it. Thread-safe.
 */
public final class Bases {

    private static final Logger LOG = LoggerFactory.getLogger(Bases.class);

    private static final String SUFFIX = ".base";

    /** A base may end so many events before the feed does: reading these is quickly done. */
    private static final long BEHIND_MAX = 2_000;

    private final Path directory;
    private final Supplier<Base> maker;
    private String generation = "";
    private long position;

    /**
     * @param directory of the files, made when the first one is asked for
     * @param maker copies what the writer knows; may wait
     */
    public Bases(Path directory, Supplier<Base> maker) {
        this.directory = directory;
        this.maker = maker;
    }

    /**
     * The file of a base that is of this life and near the end.
     *
     * @param last the feed's last position
     * @throws FaultException when none can be made
     */
    public synchronized Path newest(String life, long last) {
        Path known = file(position);
        if (life.equals(generation) && last - position <= BEHIND_MAX && Files.exists(known)) {
            return known;
        }
        long build =
                Base.ourBuild()
                        .orElseThrow(() ->
                                FaultException.of(
                                        Fault.NOT_FOUND, "this server makes no base of its feed"));
        long began = System.nanoTime();
        Base made = maker.get();
        long copied = System.nanoTime();
        try {
            Files.createDirectories(directory);
            removeAll();
            new SnapshotFile(file(made.position()), build).write(made::write);
        } catch (IOException e) {
            throw FaultException.of(Fault.NOT_FOUND, "there is no room for a base", e);
        }
        generation = made.generation();
        position = made.position();
        LOG.info(
                "a base at position {}: copied in {} ms, packed in {} ms",
                position,
                (copied - began) / 1_000_000,
                (System.nanoTime() - copied) / 1_000_000);
        return file(position);
    }

    private Path file(long at) {
        return directory.resolve(at + SUFFIX);
    }

    /** Those who are still given one keep it until they have it. */
    private void removeAll() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                remove(file);
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            LOG.debug("{} is in use and goes later", file, e);
        }
    }
}
