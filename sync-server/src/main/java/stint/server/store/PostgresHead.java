package stint.server.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * The one row that says where the feed ends and which life of the store this is. Whoever holds its
 * lock is the one that writes. Thread-safe.
 */
final class PostgresHead {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresHead.class);

    /** So long another server may hold the head, or the database keep silent. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Listeners hear here that there is a new position. */
    static final String CHANNEL = "stint_head";

    /** Said there when evidence of a fork was kept. */
    static final String FORK = "fork";

    /**
     * Which database of which cluster, and after how many fail-overs: a copy, a dump that was read
     * in, or a replica that took over may lack what was acknowledged.
     */
    private static final String PLACE =
            """
            SELECT (SELECT system_identifier FROM pg_control_system())
                || '/' || (SELECT timeline_id FROM pg_control_checkpoint())
                || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    private static final String STATE =
            "SELECT position, generation, safe, place = (" + PLACE + ") FROM head WHERE one = 1";

    private final SqlEvents events;
    private volatile long safe;

    /** Which life of the store this is, and where it began. */
    record Life(String generation, long bornAt) {}

    /**
     * Where the feed ends.
     *
     * @param here whether this is the place where its life began
     */
    record State(long position, String generation, long safe, boolean here) {}

    PostgresHead(SqlEvents events) {
        this.events = events;
    }

    /**
     * What a session asks for, whatever the database's own setting: a commit is on the disk when it
     * is answered, and a server that holds the head and has died or hangs loses it.
     */
    static Map<String, String> promise() {
        long millis = PATIENCE.toMillis();
        return Map.of(
                "options",
                "-c synchronous_commit=on -c lock_timeout="
                        + millis
                        + " -c idle_in_transaction_session_timeout="
                        + millis,
                "tcpKeepAlive",
                "true",
                "connectTimeout",
                Long.toString(PATIENCE.toSeconds()),
                "socketTimeout",
                Long.toString(6 * PATIENCE.toSeconds()),
                "ApplicationName",
                "stint");
    }

    /**
     * The life that is written down, or else a new one: one of the servers that start begins it.
     */
    Life open() throws SQLException {
        Life life = events.jdbi().inTransaction(PostgresHead::open);
        safe = look().safe();
        return life;
    }

    private static Life open(Handle handle) {
        if (!handle.createQuery("SHOW fsync").mapTo(String.class).one().equals("on")) {
            LOG.error(
                    "This PostgreSQL runs with fsync off: what it confirms does not survive a"
                            + " power cut");
        }
        String place = handle.createQuery(PLACE).mapTo(String.class).one();
        handle.execute(
                """
                INSERT INTO head (one, position, generation, born_at, place)
                SELECT 1, COALESCE(MAX(position), 0), '', 0, '' FROM event
                ON CONFLICT DO NOTHING
                """);
        boolean here =
                handle.createQuery("SELECT place FROM head WHERE one = 1 FOR UPDATE")
                        .mapTo(String.class)
                        .one()
                        .equals(place);
        if (!here) {
            handle.execute(
                    "UPDATE head SET generation = ?, born_at = position, place = ?, safe = 0",
                    Generation.newName(),
                    place);
        }
        return handle.createQuery("SELECT generation, born_at FROM head WHERE one = 1")
                .map((row, context) ->
                        new Life(row.getString("generation"), row.getLong("born_at")))
                .one();
    }

    /** Takes the lock, for the connection's transaction. */
    State lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATE + " FOR UPDATE OF head");
                ResultSet row = select.executeQuery()) {
            return state(row);
        }
    }

    /** Where the feed ends now. */
    State look() throws SQLException {
        try (Connection connection = events.connection();
                PreparedStatement select = connection.prepareStatement(STATE);
                ResultSet row = select.executeQuery()) {
            return state(row);
        }
    }

    private State state(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new SQLException("the table head has no row; ask stint verify");
        }
        State state =
                new State(row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4));
        safe = state.safe();
        return state;
    }

    /** The feed ends here when the transaction commits, and the other servers hear of it then. */
    void moveTo(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        WITH moved AS (UPDATE head SET position = ? WHERE one = 1)
                        SELECT pg_notify(?, ?)
                        """)) {
            update.setLong(1, position);
            update.setString(2, CHANNEL);
            update.setString(3, Long.toString(position));
            update.execute();
        }
    }

    long safe() {
        return safe;
    }

    /** Keeps every server from writing, and from making the row, until the transaction ends. */
    static void holdForRestore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO head (one, position, generation, born_at, place)
                    VALUES (1, 0, '', 0, '') ON CONFLICT DO NOTHING
                    """);
            statement.execute("SELECT position FROM head WHERE one = 1 FOR UPDATE");
        }
    }

    /** What was restored ends here; whoever opens it next begins a life of it. */
    static void beginAnew(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE head
                        SET position = ?, generation = '', born_at = 0, place = '', safe = 0
                        """)) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    void backedUp(long position) {
        try {
            events.jdbi()
                    .useHandle(handle ->
                            handle.execute("UPDATE head SET safe = GREATEST(safe, ?)", position));
            safe = look().safe();
        } catch (JdbiException | SQLException e) {
            throw new StoreException("the mark of a backup can't be kept", e);
        }
    }
}
