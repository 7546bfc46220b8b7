package stint.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.server.feed.Announcer;
import stint.server.feed.LiveStreams;
import stint.server.http.HttpServer;
import stint.server.inbox.IdleWatch;
import stint.server.inbox.Inbox;
import stint.server.inbox.Recorded;
import stint.server.reconcile.Picture;
import stint.server.trust.Apart;
import stint.server.trust.ServerKeys;
import stint.sync.SnapshotKeeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One site's running sync-server. Any thread may ask and close it. */
public final class SyncServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncServer.class);

    private final ServerConfig config;
    private final ServerKeys keys;
    private final Inbox inbox;
    private final HttpServer http;
    private final IdleWatch idleWatch;

    private SyncServer(ServerConfig config, ServerKeys keys, Inbox inbox, HttpServer http) {
        this.config = config;
        this.keys = keys;
        this.inbox = inbox;
        this.http = http;
        idleWatch = new IdleWatch(inbox, config.sessionIdle());
    }

    /**
     * Opens the store, folds what it holds, and listens.
     *
     * @throws RuntimeException when the store or the port can't be had; nothing is left open then
     */
    public static SyncServer start(ServerConfig config) {
        return start(config, SnapshotKeeper.Cadence.USUAL);
    }

    /**
     * As {@link #start(ServerConfig)}.
     *
     * @param snapshots how often it writes down what its log comes to, for the next start
     */
    public static SyncServer start(ServerConfig config, SnapshotKeeper.Cadence snapshots) {
        ServerKeys keys = keys(config);
        Apart apart = apart(config);
        Announcer announcer = new Announcer();
        LiveStreams live = new LiveStreams(announcer, config.limits().heartbeat());
        Inbox inbox =
                new Inbox(config, snapshots, picture -> announcer.announce(picture.position()));
        try {
            announcer.announce(inbox.picture().position());
            SyncServer server =
                    new SyncServer(
                            config, keys, inbox, new HttpServer(config, inbox, live, keys, apart));
            server.openConsole();
            LOG.info(
                    "Site {} serves at {}, position {}",
                    config.site(),
                    server.uri(),
                    inbox.picture().position());
            return server;
        } catch (RuntimeException e) {
            inbox.close();
            throw e;
        }
    }

    /** Where a server with this store directory keeps its secrets. */
    public static Path keys(Path directory) {
        return directory.resolve("keys");
    }

    private static ServerKeys keys(ServerConfig config) {
        try {
            return ServerKeys.open(keys(config.directory()));
        } catch (IOException e) {
            throw new UncheckedIOException("the server's keys can't be had", e);
        }
    }

    private static Apart apart(ServerConfig config) {
        try {
            return Apart.open(config.directory().resolve("apart"));
        } catch (IOException e) {
            throw new UncheckedIOException("what is kept apart can't be read", e);
        }
    }

    private void openConsole() {
        try {
            ServerConfig.Tls tls = config.access().tls();
            keys.openConsole(uri(), tls == null ? null : tls.certificate());
        } catch (IOException e) {
            throw new UncheckedIOException("the console can't be opened", e);
        }
    }

    private void closeConsole() {
        try {
            keys.closeConsole();
        } catch (IOException e) {
            LOG.warn("The console's file stays behind; it opens nothing any more", e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** Where a program on this machine finds it. */
    public URI uri() {
        boolean any = config.host().equals("0.0.0.0") || config.host().equals("::");
        String scheme = config.access().tls() == null ? "http" : "https";
        return URI.create(scheme + "://" + (any ? "localhost" : config.host()) + ":" + port());
    }

    /** Every address it answers, as {@code GET /api/v1/feed}. */
    public List<String> addresses() {
        return http.addresses();
    }

    /** Which life of its store this is. */
    public String generation() {
        return inbox.store().generation();
    }

    /** The position of the snapshot that its start went on from; 0 for none. */
    public long startedFrom() {
        return inbox.startedFrom();
    }

    /** The floor as it is now, for those within this process. */
    public Picture picture() {
        return inbox.picture();
    }

    /**
     * Looks now for sessions that nothing was recorded on for too long, as it does by itself every
     * {@link IdleWatch#PERIOD} (OS-7).
     *
     * @return the events it wrote, once they are durable
     */
    public CompletableFuture<Recorded> closeIdleSessions() {
        return idleWatch.look();
    }

    /** Lets requests in flight finish, then closes the store. */
    @Override
    public void close() {
        idleWatch.close();
        closeConsole();
        http.close();
        inbox.close();
        LOG.info("Site {} stopped", config.site());
    }
}
