package stint.server.store;

import stint.journal.JournalLockedException;
import stint.server.ServerConfig.Database;
import stint.sync.Entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Puts events where a server will find them: into a store that holds none, all or nothing. The
 * server's next start begins a new life there, by which its benches know that they must send again
 * what is missing (SY-3).
 */
public final class Restoring {

    private static final String JOURNAL = "journal";

    /** Not seen by a server: the restore did not come to its end. */
    private static final String UNFINISHED = "journal.restoring";

    private static final int BATCH = 1_000;

    private Restoring() {}

    /** Where the events come from. */
    @FunctionalInterface
    public interface Source {

        /** Gives every event in order, then every picture with its name. */
        void read(Consumer<Entry> reader, BiConsumer<String, byte[]> pictures) throws IOException;
    }

    /** There is something already. */
    public static final class NotEmptyException extends IOException {

        NotEmptyException(String message) {
            super(message);
        }
    }

    /**
     * Fills a store with a journal.
     *
     * @throws NotEmptyException when one is there
     */
    public static void intoDirectory(Path directory, Source source) throws IOException {
        if (holdsStore(directory)) {
            throw new NotEmptyException(directory + " holds a store already");
        }
        Path unfinished = directory.resolve(UNFINISHED);
        delete(unfinished);
        try (EventJournal journal = EventJournal.open(unfinished)) {
            long _ = inBatches(source, journal::append, new PictureFiles(directory)::keepPicture);
        }
        EventIndex.delete(directory);
        Files.move(unfinished, directory.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a server has kept events there. */
    public static boolean holdsStore(Path directory) {
        return Files.exists(directory.resolve(JOURNAL));
    }

    /**
     * Moves a store that no server has open into a directory beside it, whatever state it is in.
     *
     * @param name that directory's
     * @throws JournalLockedException when a server has it open
     */
    public static void putAside(Path directory, String name) throws IOException {
        requireClosed(directory.resolve(JOURNAL));
        Path aside = directory.resolve(name);
        Files.createDirectory(aside);
        List<Path> parts;
        try (Stream<Path> found = Files.list(directory)) {
            parts = found.filter(Restoring::isOfStore).toList();
        }
        for (Path part : parts) {
            Files.move(part, aside.resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Not the keys, the logs, the pictures, and what stations sent that are trusted no more. */
    private static boolean isOfStore(Path file) {
        String name = file.getFileName().toString();
        return List.of(JOURNAL, "forks", "safe", "snapshots").contains(name)
                || name.startsWith("generation")
                || name.startsWith("index.");
    }

    private static void requireClosed(Path journal) throws IOException {
        try {
            EventJournal.open(journal).close();
        } catch (JournalLockedException e) {
            throw e;
        } catch (IOException e) {
            // Damaged is no reason against putting it aside: it is one for it.
            if (!Files.isDirectory(journal)) {
                throw e;
            }
        }
    }

    /**
     * Fills a database, within one transaction. Servers that run on it open it anew.
     *
     * @throws NotEmptyException when it holds events
     * @throws IOException when it does not take them
     */
    public static void intoDatabase(Database database, Source source) throws IOException {
        try (SqlEvents events = SqlEvents.open(PostgresStore.pool(database), Dialect.POSTGRESQL);
                Connection connection = events.connection()) {
            connection.setAutoCommit(false);
            requireEmpty(connection, database);
            long last =
                    inBatches(
                            source,
                            batch -> insert(events, connection, batch),
                            new PostgresPictures(events.jdbi())::keepPicture);
            PostgresHead.beginAnew(connection, last);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(database + " does not take the events: " + e.getMessage(), e);
        } catch (StoreException e) {
            throw new IOException(database + " can't be had", e);
        }
    }

    private static void insert(SqlEvents events, Connection connection, List<Entry> batch)
            throws IOException {
        try {
            events.insert(connection, batch);
        } catch (SQLException e) {
            throw new IOException("the database does not take the events: " + e.getMessage(), e);
        }
    }

    private static void requireEmpty(Connection connection, Database database)
            throws SQLException, NotEmptyException {
        PostgresHead.holdForRestore(connection);
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM event)")) {
            if (any.next() && any.getBoolean(1)) {
                throw new NotEmptyException(
                        database + " holds events already; name a database that holds none");
            }
        }
    }

    private interface Writer {

        void write(List<Entry> entries) throws IOException;
    }

    /** Writes all; the last position. */
    private static long inBatches(Source source, Writer writer, BiConsumer<String, byte[]> pictures)
            throws IOException {
        List<Entry> batch = new ArrayList<>(BATCH);
        long[] last = {0};
        try {
            source.read(
                    entry -> {
                        batch.add(entry);
                        last[0] = entry.position();
                        if (batch.size() == BATCH) {
                            write(writer, batch);
                        }
                    },
                    pictures);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!batch.isEmpty()) {
            writer.write(batch);
        }
        return last[0];
    }

    private static void write(Writer writer, List<Entry> batch) {
        try {
            writer.write(batch);
            batch.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            List<Path> files;
            try (Stream<Path> found = Files.walk(tree)) {
                files = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
