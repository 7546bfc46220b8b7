package stint.installer.load;

import org.jspecify.annotations.Nullable;

import stint.server.ServerConfig.Database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What this machine takes for the least that storing the same events needs. */
final class LoadFloors {

    private static final int BATCH = 1_000;

    private static final String TABLE =
            """
            CREATE TABLE floor_event (
                position BIGINT PRIMARY KEY,
                station VARCHAR(40) NOT NULL,
                sequence BIGINT NOT NULL,
                hash BYTEA NOT NULL,
                body BYTEA NOT NULL,
                UNIQUE (station, sequence)
            )
            """;

    private LoadFloors() {}

    /**
     * The same rows by plain JDBC into the same kind of database, one commit for each batch.
     *
     * @param database which one; absent for H2, in a file of its own
     * @param stations each one's bodies
     * @return nanoseconds
     */
    static long jdbc(Path directory, @Nullable Database database, List<List<byte[]>> stations)
            throws IOException {
        Database where =
                database == null
                        ? new Database(
                                "jdbc:h2:file:" + directory.resolve("floor").toAbsolutePath(),
                                "stint",
                                "")
                        : database;
        try (Connection connection =
                        DriverManager.getConnection(where.url(), where.user(), where.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS floor_event");
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            insert(connection, stations);
            long took = System.nanoTime() - begun;
            statement.execute("DROP TABLE floor_event");
            connection.commit();
            return took;
        } catch (SQLException e) {
            throw new IOException("the floor of rows can't be measured", e);
        }
    }

    private static void insert(Connection connection, List<List<byte[]>> stations)
            throws SQLException {
        byte[] hash = new byte[32];
        long position = 0;
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO floor_event VALUES (?, ?, ?, ?, ?)")) {
            for (int station = 0; station < stations.size(); station++) {
                long sequence = 0;
                for (byte[] body : stations.get(station)) {
                    insert.setLong(1, ++position);
                    insert.setString(2, "LOAD-" + station);
                    insert.setLong(3, ++sequence);
                    insert.setBytes(4, hash);
                    insert.setBytes(5, body);
                    insert.addBatch();
                    if (sequence % BATCH == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    /**
     * The same bytes appended to a file, forced after each batch.
     *
     * @return nanoseconds
     */
    static long append(Path directory, List<List<byte[]>> stations) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        directory.resolve("floor.bin"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            long begun = System.nanoTime();
            for (List<byte[]> bodies : stations) {
                for (int from = 0; from < bodies.size(); from += BATCH) {
                    for (byte[] body :
                            bodies.subList(from, Math.min(bodies.size(), from + BATCH))) {
                        channel.write(ByteBuffer.wrap(body));
                    }
                    channel.force(false);
                }
            }
            return System.nanoTime() - begun;
        }
    }
}
