package stint.server.store;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.journal.UninterruptedThread;
import stint.server.ServerConfig.Database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears from the database that another server wrote, and looks by itself now and then, since a word
 * may be lost with a connection.
 */
final class HeadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Database database;
    private final PostgresHead head;
    private final PostgresForks forks;
    private final Runnable news;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Connection listening;
    private final UninterruptedThread thread = new UninterruptedThread("head-watch", this::run);

    private HeadWatch(Database database, PostgresHead head, PostgresForks forks, Runnable news) {
        this.database = database;
        this.head = head;
        this.forks = forks;
        this.news = news;
    }

    static HeadWatch start(
            Database database, PostgresHead head, PostgresForks forks, Runnable news) {
        HeadWatch watch = new HeadWatch(database, head, forks, news);
        watch.thread.start();
        return watch;
    }

    private void run() {
        boolean heard = true;
        while (closing.getCount() > 0) {
            try (Connection connection = listening()) {
                listening = connection;
                if (!heard) {
                    LOG.info("The database answers again");
                }
                heard = true;
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (heard && closing.getCount() > 0) {
                    LOG.warn("The database does not answer: {}", e.toString());
                }
                heard = false;
                pause();
            }
        }
    }

    private Connection listening() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(PostgresHead.promise());
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        Connection connection = DriverManager.getConnection(database.url(), properties);
        try (Statement listen = connection.createStatement()) {
            listen.execute("LISTEN " + PostgresHead.CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long position = -1;
        while (closing.getCount() > 0) {
            PGNotification[] notes = postgres.getNotifications((int) LOOK_EVERY.toMillis());
            boolean told = notes != null && notes.length > 0;
            if (told) {
                if (Arrays.stream(notes)
                        .anyMatch(note -> PostgresHead.FORK.equals(note.getParameter()))) {
                    forks.refresh();
                }
                news.run();
            } else {
                long now = head.look().position();
                if (forks.refresh() || now != position) {
                    news.run();
                }
                position = now;
            }
        }
    }

    /** Ends the wait for the next word at once. */
    private void abort() {
        Connection connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The wait for news ends within {}", LOOK_EVERY, e);
            }
        }
    }

    private void pause() {
        try {
            var _ = closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("This thread is not to be interrupted", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        abort();
        thread.joinFully();
    }
}
