package stint.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.sync.Entry;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The events as rows, by position and by identity, in either database. Any thread reads. Reads run
 * on threads of their own, because an interrupt that reaches H2 inside a read closes its file.
 */
final class SqlEvents implements AutoCloseable {

    private static final int READERS = 4;
    private static final int CHUNK = 1_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    READERS, Thread.ofPlatform().name("index-read-", 1).daemon().factory());

    private SqlEvents(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.dialect = dialect;
    }

    /**
     * Connects, and makes the tables or brings them up to date.
     *
     * @throws RuntimeException of whatever kind the driver, Hikari or Flyway chose
     */
    static SqlEvents open(HikariConfig config, Dialect dialect) {
        config.setMaximumPoolSize(READERS + 2);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure(SqlEvents.class.getClassLoader())
                    .dataSource(pool)
                    .locations(dialect.migrations())
                    .load()
                    .migrate();
            return new SqlEvents(pool, dialect);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** For what only one of the databases has. */
    Jdbi jdbi() {
        return jdbi;
    }

    /** A connection of one's own; to be closed. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** The last position; 0 for none. */
    long last() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT COALESCE(MAX(position), 0) FROM event")
                        .mapTo(Long.class)
                        .one());
    }

    /** Writes entries in one transaction. */
    void insert(List<Entry> entries) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            dialect.insert(connection, entries);
            connection.commit();
        } catch (SQLException e) {
            throw new StoreException("the events can't be written", e);
        }
    }

    /** Writes entries within a transaction of the caller's. */
    void insert(Connection connection, List<Entry> entries) throws SQLException {
        dialect.insert(connection, entries);
    }

    /** The bodies at the positions {@code from} to {@code to}, in order. */
    List<byte[]> bodies(long from, long to) {
        return read(() ->
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT body FROM event WHERE position BETWEEN ? AND ?"
                                                + " ORDER BY position")
                                .bind(0, from)
                                .bind(1, to)
                                .mapTo(byte[].class)
                                .list()));
    }

    /** The hashes at the positions {@code from} to {@code to}, in order. */
    List<Hash> hashes(long from, long to) {
        return read(() ->
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT hash FROM event WHERE position BETWEEN ? AND ?"
                                                + " ORDER BY position")
                                .bind(0, from)
                                .bind(1, to)
                                .mapTo(byte[].class)
                                .map(Hash::of)
                                .list()));
    }

    private Map<Long, Hash> hashes(StationCode station, int epoch, long from, long to) {
        return read(() ->
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT sequence, hash FROM event
                                        WHERE station = ? AND epoch = ?
                                            AND sequence BETWEEN ? AND ?
                                        """)
                                .bind(0, station.value())
                                .bind(1, epoch)
                                .bind(2, from)
                                .bind(3, to)
                                .reduceRows(
                                        new TreeMap<>(),
                                        (hashes, row) -> {
                                            hashes.put(
                                                    row.getColumn("sequence", Long.class),
                                                    Hash.of(row.getColumn("hash", byte[].class)));
                                            return hashes;
                                        })));
    }

    /** Reads whole entries, in order; the hashes are those that were stored. */
    void entries(long from, long to, Consumer<Entry> reader) {
        Heads heads = new Heads();
        for (long chunk = from; chunk <= to; chunk += CHUNK) {
            rows(chunk, Math.min(to, chunk + CHUNK - 1))
                    .forEach(row -> reader.accept(entry(row, heads)));
        }
    }

    /** Reads rows as they are, in order, whatever they hold. */
    List<EventRow> rows(long from, long to) {
        return read(() ->
                jdbi.withHandle(handle -> {
                    ResultIterable<EventRow> found =
                            handle.createQuery(
                                            """
                                            SELECT position, station, epoch, sequence, hash,
                                                previous, body
                                            FROM event WHERE position BETWEEN ? AND ?
                                            ORDER BY position
                                            """)
                                    .bind(0, from)
                                    .bind(1, to)
                                    .map((row, context) -> EventRow.of(row));
                    return found.list();
                }));
    }

    /** Whether there are as many rows as positions. */
    void verifyCount(long position, Verification verification) {
        long rows =
                read(() ->
                        jdbi.withHandle(handle ->
                                handle.createQuery("SELECT COUNT(*) FROM event WHERE position <= ?")
                                        .bind(0, position)
                                        .mapTo(Long.class)
                                        .one()));
        if (rows != position) {
            verification.say(0, "there are " + rows + " rows for " + position + " positions");
        }
    }

    private Entry entry(EventRow row, Heads heads) {
        try {
            Hash previous = row.previous() != null ? Hash.of(row.previous()) : heads.before(row);
            Hash hash = Hash.of(row.hash());
            heads.passed(row, hash);
            return new Entry(row.position(), previous, hash, StoredEvent.read(row.body()));
        } catch (UnreadableEventException | IllegalArgumentException e) {
            throw new StoreException(
                    "position "
                            + row.position()
                            + " holds no event; it did when it was written; ask stint verify",
                    e);
        }
    }

    /** Where the chains stand that a reader has passed. */
    private final class Heads {

        private final Map<String, Map<Integer, Hash>> heads = new HashMap<>();

        Hash before(EventRow row) {
            Hash passed = of(row.station()).get(row.epoch());
            if (passed != null) {
                return passed;
            }
            long sequence = row.sequence() - 1;
            Hash stored =
                    hashes(new StationCode(row.station()), row.epoch(), sequence, sequence)
                            .get(sequence);
            if (stored == null) {
                throw new IllegalArgumentException("the event before it is missing");
            }
            return stored;
        }

        void passed(EventRow row, Hash hash) {
            of(row.station()).put(row.epoch(), hash);
        }

        private Map<Integer, Hash> of(String station) {
            return heads.computeIfAbsent(station, any -> new HashMap<>());
        }
    }

    /** The last event of each station's epoch up to a position. */
    List<EventId> marksAt(long position) {
        return read(() ->
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT station, epoch, MAX(sequence) AS last FROM event
                                        WHERE position <= ? GROUP BY station, epoch
                                        """)
                                .bind(0, position)
                                .map((row, context) ->
                                        new EventId(
                                                new StationCode(row.getString("station")),
                                                row.getInt("epoch"),
                                                row.getLong("last")))
                                .list()));
    }

    private <T> T read(Callable<T> query) {
        try {
            return readers.submit(query).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("stopped while reading", e);
        } catch (ExecutionException e) {
            throw new StoreException("the events can't be read", e);
        }
    }

    @Override
    public void close() {
        readers.close();
        pool.close();
    }
}
