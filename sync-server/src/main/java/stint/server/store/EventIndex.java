package stint.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

import stint.domain.event.StationCode;
import stint.sync.Entry;
import stint.wire.Hash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The events in H2, by position and by identity. Never the truth: whoever doubts it deletes the
 * files and writes them again from the journal.
 *
 * <p>One thread writes; any thread reads. Reads run on threads of their own, because an interrupt
 * that reaches H2 inside a read closes its file.
 */
final class EventIndex implements AutoCloseable {

    private static final String FILE = "index";
    private static final int READERS = 4;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    READERS, Thread.ofPlatform().name("index-read-", 1).daemon().factory());

    private EventIndex(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
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
        config.setMaximumPoolSize(READERS + 1);
        config.setPoolName("index");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure(EventIndex.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:stint/server/store/migration")
                    .load()
                    .migrate();
            return new EventIndex(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Removes the files of an index that is not open. */
    static void delete(Path directory) throws IOException {
        for (String suffix : List.of(".mv.db", ".trace.db", ".lock.db")) {
            Files.deleteIfExists(directory.resolve(FILE + suffix));
        }
    }

    /** The generation its rows are of; empty for a new index. */
    String generation() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT generation FROM life")
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
    }

    void begin(String generation) {
        jdbi.useHandle(
                handle -> handle.execute("INSERT INTO life (generation) VALUES (?)", generation));
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
        jdbi.useTransaction(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO event (position, station, epoch, sequence, hash, body)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """);
            for (Entry entry : entries) {
                batch.bind(0, entry.position())
                        .bind(1, entry.event().id().station().value())
                        .bind(2, entry.event().id().epoch())
                        .bind(3, entry.event().id().sequence())
                        .bind(4, entry.hash().toBytes())
                        .bind(5, entry.event().body())
                        .add();
            }
            batch.execute();
        });
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

    /** The hashes of a station's events, by sequence. */
    Map<Long, Hash> hashes(StationCode station, int epoch, long from, long to) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT sequence, hash FROM event
                                WHERE station = ? AND epoch = ? AND sequence BETWEEN ? AND ?
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
                                }));
    }

    private <T> T read(Callable<T> query) {
        try {
            return readers.submit(query).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("stopped while reading", e);
        } catch (ExecutionException e) {
            throw new StoreException("the index can't be read", e);
        }
    }

    @Override
    public void close() {
        readers.close();
        pool.close();
    }
}
