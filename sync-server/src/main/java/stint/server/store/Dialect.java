package stint.server.store;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.sync.Entry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** In what the databases differ; all else is the same SQL. */
enum Dialect {
    /** Embedded, behind a journal. */
    H2("h2") {
        @Override
        void insert(Connection connection, List<Entry> entries) throws SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement(INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (Entry entry : entries) {
                    EventId id = entry.event().id();
                    insert.setLong(1, entry.position());
                    insert.setString(2, id.station().value());
                    insert.setInt(3, id.epoch());
                    insert.setLong(4, id.sequence());
                    insert.setBytes(5, entry.hash().toBytes());
                    insert.setBytes(6, previous(entry));
                    insert.setBytes(7, entry.event().body());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    },

    /** One statement for all rows: a batch of single ones takes twice as long there. */
    POSTGRESQL("postgresql") {
        @Override
        void insert(Connection connection, List<Entry> entries) throws SQLException {
            int count = entries.size();
            Long[] positions = new Long[count];
            String[] stations = new String[count];
            Integer[] epochs = new Integer[count];
            Long[] sequences = new Long[count];
            byte[][] hashes = new byte[count][];
            byte[] @Nullable [] previous = new byte[count][];
            byte[][] bodies = new byte[count][];
            for (int row = 0; row < count; row++) {
                Entry entry = entries.get(row);
                EventId id = entry.event().id();
                positions[row] = entry.position();
                stations[row] = id.station().value();
                epochs[row] = id.epoch();
                sequences[row] = id.sequence();
                hashes[row] = entry.hash().toBytes();
                previous[row] = previous(entry);
                bodies[row] = entry.event().body();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            INSERT + "SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)")) {
                insert.setArray(1, array(connection, "int8", positions));
                insert.setArray(2, array(connection, "varchar", stations));
                insert.setArray(3, array(connection, "int4", epochs));
                insert.setArray(4, array(connection, "int8", sequences));
                insert.setArray(5, array(connection, "bytea", hashes));
                insert.setArray(6, array(connection, "bytea", previous));
                insert.setArray(7, array(connection, "bytea", bodies));
                insert.executeUpdate();
            }
        }
    };

    private static final String INSERT =
            "INSERT INTO event (position, station, epoch, sequence, hash, previous, body) ";

    private static final String MIGRATIONS = "classpath:stint/server/store/migration/";

    private final String name;

    Dialect(String name) {
        this.name = name;
    }

    /** Where its migrations are: those for both, then its own. */
    String[] migrations() {
        return new String[] {MIGRATIONS + "common", MIGRATIONS + name};
    }

    /** Writes rows within the connection's transaction. */
    abstract void insert(Connection connection, List<Entry> entries) throws SQLException;

    /** Kept where no row says it: the event before is in another epoch, or there is none. */
    private static byte @Nullable [] previous(Entry entry) {
        return entry.event().id().sequence() == 1 ? entry.previous().toBytes() : null;
    }

    private static Array array(Connection connection, String type, @Nullable Object[] elements)
            throws SQLException {
        return connection.createArrayOf(type, elements);
    }
}
