package stint.server.http;

import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Closes connections on which the first request's header trickles in: an idle timeout never ends
 * those (SERVER "traps"). Thread-safe.
 */
final class ConnectionGuard implements Connection.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

    private final Map<Connection, Boolean> fresh = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("connection-guard").daemon().factory());
    private final long headerMillis;

    ConnectionGuard(Duration headerTime) {
        headerMillis = headerTime.toMillis();
        long period = Math.max(1, headerMillis / 4);
        var _ = timer.scheduleWithFixedDelay(this::check, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        fresh.put(connection, true);
    }

    @Override
    public void onClosed(Connection connection) {
        fresh.remove(connection);
    }

    private void check() {
        long now = System.currentTimeMillis();
        fresh.keySet()
                .removeIf(connection ->
                        connection.getMessagesIn() > 0 || closedAsTooSlow(connection, now));
    }

    private boolean closedAsTooSlow(Connection connection, long now) {
        if (now - connection.getCreatedTimeStamp() <= headerMillis) {
            return false;
        }
        LOG.info("Closing {}: no complete header in time", connection.getEndPoint());
        connection.getEndPoint().close(new TimeoutException("no complete header in time"));
        return true;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
