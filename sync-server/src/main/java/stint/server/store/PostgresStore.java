package stint.server.store;

import com.zaxxer.hikari.HikariConfig;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.server.ServerConfig.Database;
import stint.sync.Entry;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events in PostgreSQL, which keeps its own promise: no journal stands before it. Any number of
 * servers may share the database. The one that writes holds the head's row: it first takes in what
 * the others wrote, and gives positions last, so that they stay dense (docs/servers.md).
 *
 * <p>One thread writes; any thread reads.
 */
public final class PostgresStore implements SiteStore {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    private static final int CHUNK = 1_000;

    private final SqlEvents events;
    private final PostgresHead head;
    private final PostgresForks forks;
    private final HeadWatch watch;
    private final PostgresHead.Life life;
    private final PictureStore pictures;
    private @Nullable Connection writing;

    private PostgresStore(
            SqlEvents events,
            PostgresHead head,
            PostgresForks forks,
            HeadWatch watch,
            PostgresHead.Life life) {
        this.events = events;
        this.head = head;
        this.forks = forks;
        this.watch = watch;
        this.life = life;
        pictures = new PostgresPictures(events.jdbi());
    }

    /**
     * Opens the store, or makes its tables.
     *
     * @param news runs when another server may have written; on a thread of the store's
     * @throws StoreException when the database can't be had
     */
    public static PostgresStore open(Database database, Runnable news) {
        SqlEvents events = null;
        try {
            events = SqlEvents.open(pool(database), Dialect.POSTGRESQL);
            PostgresHead head = new PostgresHead(events);
            PostgresHead.Life life = head.open();
            PostgresForks forks = new PostgresForks(events);
            HeadWatch watch = HeadWatch.start(database, head, forks, news);
            return new PostgresStore(events, head, forks, watch, life);
        } catch (SQLException | RuntimeException e) {
            if (events != null) {
                events.close();
            }
            throw e instanceof StoreException known
                    ? known
                    : new StoreException(database + " can't be opened", e);
        }
    }

    static HikariConfig pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setPoolName("events");
        config.setConnectionTimeout(PostgresHead.PATIENCE.toMillis());
        PostgresHead.promise().forEach(config::addDataSourceProperty);
        return config;
    }

    @Override
    public PictureStore pictures() {
        return pictures;
    }

    @Override
    public String generation() {
        return life.generation();
    }

    @Override
    public long bornAt() {
        return life.bornAt();
    }

    @Override
    public long last() {
        try {
            return head.look().position();
        } catch (SQLException e) {
            throw new StoreException("the database does not answer", e);
        }
    }

    @Override
    public void replay(long after, Consumer<Entry> listener) {
        events.entries(after + 1, last(), listener);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreAwayException when the database does not answer; the claim is none then
     * @throws StoreException when the store was put back meanwhile: close it, and open it again
     */
    @Override
    public void claim(long known, Consumer<Entry> missed) {
        release();
        try {
            Connection connection = events.connection();
            writing = connection;
            connection.setAutoCommit(false);
            PostgresHead.State state = head.lock(connection);
            requireSameLife(state);
            events.entries(known + 1, state.position(), missed);
        } catch (SQLException e) {
            release();
            throw new StoreAwayException("the database does not answer", e);
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    private void requireSameLife(PostgresHead.State state) {
        if (!state.here() || !state.generation().equals(life.generation())) {
            throw new StoreException(
                    "the store was put back or taken over",
                    new IllegalStateException("this server speaks for " + life));
        }
    }

    @Override
    public void release() {
        Connection connection = writing;
        writing = null;
        if (connection != null) {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                LOG.debug("A claim ended with its connection", e);
            }
        }
    }

    @Override
    public void missed(long known, Consumer<Entry> missed) {
        try {
            events.entries(known + 1, head.look().position(), missed);
        } catch (SQLException e) {
            throw new StoreAwayException("the database does not answer", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreAwayException when the database does not answer; whether the entries are there
     *     will show with the next {@link #claim}
     */
    @Override
    public void commit(List<Entry> entries) {
        Connection connection = writing;
        if (connection == null) {
            throw new IllegalStateException("nothing was claimed");
        }
        try {
            events.insert(connection, entries);
            head.moveTo(connection, entries.getLast().position());
            connection.commit();
        } catch (SQLException e) {
            throw new StoreAwayException("the database did not take it", e);
        } finally {
            release();
        }
    }

    @Override
    public List<byte[]> bodies(long from, long to) {
        return events.bodies(from, to);
    }

    @Override
    public List<Hash> hashes(long from, long to) {
        return events.hashes(from, to);
    }

    @Override
    public void entries(long from, long to, Consumer<Entry> reader) {
        events.entries(from, to, reader);
    }

    @Override
    public List<EventId> marksAt(long position) {
        return events.marksAt(position);
    }

    @Override
    public Verification.Result verify(long position, Runnable working) {
        Verification verification = new Verification();
        for (long from = 1; from <= position; from += CHUNK) {
            for (EventRow row : events.rows(from, Math.min(position, from + CHUNK - 1))) {
                verification.take(
                        row.position(), row.filed(), row.previous(), row.hash(), row.body());
            }
            working.run();
        }
        verification.missingUpTo(position);
        events.verifyCount(position, verification);
        try {
            long before = head.look().position();
            long rows = events.last();
            if (rows < before || rows > head.look().position()) {
                verification.say(0, "the rows end at " + rows + ", the head says otherwise");
            }
        } catch (SQLException e) {
            throw new StoreAwayException("the database does not answer", e);
        }
        verification.takePictures(pictures, working);
        return verification.result();
    }

    @Override
    public long safe() {
        return head.safe();
    }

    @Override
    public void backedUp(long position) {
        head.backedUp(position);
    }

    @Override
    public void keepFork(EventId parting, long from, Hash previous, List<StoredEvent> batch) {
        forks.keep(parting, from, previous, batch);
    }

    @Override
    public List<EventId> forks() {
        return forks.partings();
    }

    @Override
    public void close() {
        watch.close();
        release();
        events.close();
    }
}
