package stint.server.store;

import com.zaxxer.hikari.HikariConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The events in H2, by position and by identity. Never the truth: whoever doubts it deletes the
 * files and writes them again from the journal. One thread writes; any thread reads.
 */
final class EventIndex implements AutoCloseable {

    private static final String FILE = "index";

    private final SqlEvents events;

    private EventIndex(SqlEvents events) {
        this.events = events;
    }

    /**
     * Opens or creates the index.
     *
     * @throws RuntimeException of whatever kind H2, Hikari or Flyway chose, when the files are of
     *     no use
     */
    static EventIndex open(Path directory) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:h2:file:"
                        + directory.resolve(FILE).toAbsolutePath()
                        + ";DB_CLOSE_ON_EXIT=FALSE");
        config.setUsername("stint");
        config.setPassword("");
        config.setPoolName("index");
        return new EventIndex(SqlEvents.open(config, Dialect.H2));
    }

    /** Whether there is one. */
    static boolean exists(Path directory) {
        return Files.exists(directory.resolve(FILE + ".mv.db"));
    }

    /** Removes the files of an index that is not open. */
    static void delete(Path directory) throws IOException {
        for (String suffix : List.of(".mv.db", ".trace.db", ".lock.db")) {
            Files.deleteIfExists(directory.resolve(FILE + suffix));
        }
    }

    SqlEvents events() {
        return events;
    }

    /** The generation its rows are of; empty for a new index. */
    String generation() {
        return events.jdbi()
                .withHandle(handle ->
                        handle.createQuery("SELECT generation FROM life")
                                .mapTo(String.class)
                                .findOne()
                                .orElse(""));
    }

    void begin(String generation) {
        events.jdbi()
                .useHandle(handle ->
                        handle.execute("INSERT INTO life (generation) VALUES (?)", generation));
    }

    @Override
    public void close() {
        events.close();
    }
}
