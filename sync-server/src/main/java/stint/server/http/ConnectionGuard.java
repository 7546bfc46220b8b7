package stint.server.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.server.ServerConfig;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Closes connections that keep the server waiting for a request: a header, or a TLS handshake, that
 * trickles in is never idle, so an idle timeout never ends it (SERVER "traps"). And lets nobody
 * hold more of them than their share. Thread-safe.
 */
final class ConnectionGuard implements Connection.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

    /**
     * A connection that is looked after.
     *
     * @param answered requests on it when it was last seen
     * @param bytes that had come by then
     * @param sent bytes that had gone by then: of a stream, the answer counts as given once it
     *     begins
     * @param sinceNanos since when it owes us a request, or the rest of one
     * @param asking whether a request has begun to come
     */
    private record Seen(long answered, long bytes, long sent, long sinceNanos, boolean asking) {}

    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("connection-guard").daemon().factory());
    private final long headerNanos;
    private final long idleNanos;
    private final ServerConfig.Limits limits;

    /**
     * @param idle between two requests at most
     */
    ConnectionGuard(ServerConfig.Limits limits, Duration idle) {
        this.limits = limits;
        headerNanos = limits.headerTime().toNanos();
        idleNanos = idle.toNanos();
        long period = Math.max(1, limits.headerTime().toMillis() / 4);
        var _ = timer.scheduleWithFixedDelay(this::check, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Of an encrypted connection there are two, one in the other: the inner one has the requests,
     * the outer one never any.
     */
    private static boolean isOuter(Connection connection) {
        return connection instanceof SslConnection;
    }

    @Override
    public void onOpened(Connection connection) {
        if (isOuter(connection)) {
            return;
        }
        open.put(connection, new Seen(0, 0, 0, System.nanoTime(), true));
        InetAddress from = from(connection);
        if (from != null
                && held.merge(from, 1, Integer::sum) > limits.quota(from).connectionsMax()) {
            LOG.info("Closing {}: too many connections from there", connection.getEndPoint());
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (open.remove(connection) != null) {
            InetAddress from = from(connection);
            if (from != null) {
                held.computeIfPresent(from, (any, count) -> count > 1 ? count - 1 : null);
            }
        }
    }

    private static @Nullable InetAddress from(Connection connection) {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress address ? address.getAddress() : null;
    }

    /** How many connections there are. */
    int count() {
        return open.size();
    }

    private void check() {
        long now = System.nanoTime();
        open.forEach((connection, seen) -> {
            long begun = connection.getMessagesIn();
            long answered = connection.getMessagesOut();
            if (begun > answered) {
                return; // At work: how long a body or an answer may take is not judged here.
            }
            long bytes = connection.getBytesIn();
            long sent = connection.getBytesOut();
            if (answered != seen.answered() || sent != seen.sent()) {
                open.replace(connection, seen, new Seen(answered, bytes, sent, now, false));
            } else if (!seen.asking() && bytes != seen.bytes()) {
                open.replace(connection, seen, new Seen(answered, bytes, sent, now, true));
            } else if (now - seen.sinceNanos() > (seen.asking() ? headerNanos : idleNanos)) {
                LOG.info("Closing {}: no complete header in time", connection.getEndPoint());
                connection.getEndPoint().close(new TimeoutException("no complete header in time"));
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
