package stint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import stint.server.ServerConfig.Database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the servers of this run of the tests have their events: H2, or with {@code
 * -Dstint.test.database=postgresql} a real PostgreSQL, one for all tests, with a schema for each
 * directory. What it confirms is on the disk, as a site's must be.
 */
final class TestDatabase {

    private static final Map<Path, Database> SCHEMAS = new ConcurrentHashMap<>();

    private static @Nullable EmbeddedPostgres running;

    private TestDatabase() {}

    static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("stint.test.database"));
    }

    /** For what only the journal in the directory can be asked. */
    static void onH2Only() {
        assumeFalse(isPostgres(), "speaks of the journal and the index behind it");
    }

    /** What a server with this directory has; none for H2. */
    static @Nullable Database of(Path directory) {
        return isPostgres() ? postgres(directory) : null;
    }

    /** A PostgreSQL of its own for what belongs to a directory. */
    static Database postgres(Path directory) {
        return SCHEMAS.computeIfAbsent(
                directory.toAbsolutePath().normalize(),
                any -> {
                    String schema = "t" + SCHEMAS.size();
                    String url = server().getJdbcUrl("postgres", "postgres");
                    execute(new Database(url, "postgres", ""), "CREATE SCHEMA " + schema);
                    return new Database(url + "&currentSchema=" + schema, "postgres", "");
                });
    }

    static void execute(Database database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres known = running;
        if (known != null) {
            return known;
        }
        try {
            EmbeddedPostgres started =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "200")
                            .start();
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                try {
                                    started.close();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            }));
            assertThat(started.getPort()).isPositive();
            running = started;
            return started;
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL does not start here", e);
        }
    }
}
