package stint.station.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The database files of a store: {@code store-7.mv.db}, of which the highest number is in use. A
 * new number, and not the same name again, because a database that hangs still has its file open.
 */
final class StoreFiles {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private static final String PREFIX = "store-";
    private static final String BROKEN = ".broken";

    private final Path directory;
    private final Path closedWell;
    private long number;

    StoreFiles(Path directory) throws IOException {
        this.directory = directory.toAbsolutePath();
        this.closedWell = this.directory.resolve("closed-well");
        Files.createDirectories(directory);
        number = databases().stream().mapToLong(StoreFiles::numberOf).max().orElse(0);
    }

    /** Whether there is a database that was closed as it should be; asked once, then forgotten. */
    boolean takeClosedWell() throws IOException {
        return Files.deleteIfExists(closedWell) && Files.exists(file(number));
    }

    /** The database in use is closed and complete. */
    void markClosedWell() throws IOException {
        Files.write(closedWell, new byte[0]);
    }

    /** The present database, for H2: without suffix. */
    String current() {
        return directory.resolve(PREFIX + number).toString();
    }

    /** Another, new database from now on; older ones go, the present one is kept aside if asked. */
    void startAnew(boolean keepAside) {
        Path old = file(number);
        number++;
        try {
            for (Path file : leftovers()) {
                if (!file.equals(old)) {
                    Files.delete(file);
                }
            }
            if (keepAside && Files.exists(old)) {
                Files.move(old, old.resolveSibling(old.getFileName() + BROKEN));
            } else {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            LOG.warn("an old database can't be moved out of the way yet", e);
        }
    }

    private Path file(long ofNumber) {
        return directory.resolve(PREFIX + ofNumber + H2Database.SUFFIX);
    }

    private List<Path> databases() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> numberOf(file) >= 0).toList();
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    /** −1 for what is no database of ours. */
    private static long numberOf(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(H2Database.SUFFIX)) {
            return -1;
        }
        String digits = name.substring(PREFIX.length(), name.length() - H2Database.SUFFIX.length());
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
