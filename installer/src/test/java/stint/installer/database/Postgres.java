package stint.installer.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import stint.server.ServerConfig.Database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL that keeps what it confirms, with a schema for whoever asks. */
public final class Postgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres running;
    private int schemas;

    /** Starts one; it takes some seconds. */
    public Postgres() throws IOException {
        running =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
    }

    /** One with nothing in it. */
    public Database empty() throws SQLException {
        String schema = "s" + ++schemas;
        String url = running.getJdbcUrl(USER, USER).replaceAll("\\?.*", "");
        execute(new Database(url, USER, ""), "CREATE SCHEMA " + schema);
        return new Database(url + "?currentSchema=" + schema, USER, "");
    }

    /** Changes what is there, behind every server's back. */
    public static void execute(Database database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
