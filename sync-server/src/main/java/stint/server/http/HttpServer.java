package stint.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

import stint.domain.work.FloorView;
import stint.server.ServerConfig;
import stint.server.board.LiveBoard;
import stint.server.feed.LiveStreams;
import stint.server.feed.OwnWord;
import stint.server.inbox.Inbox;
import stint.server.trace.SerialIndex;
import stint.server.trust.Apart;
import stint.server.trust.Credentials;
import stint.server.trust.Enrolments;
import stint.server.trust.Registrations;
import stint.server.trust.ServerKeys;
import stint.server.web.WebBoard;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Javalin on Jetty, with our limits beneath it. */
public final class HttpServer implements AutoCloseable {

    /** A live stream speaks every 15 s; what is silent for so long is dead. */
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private static final long STOP_MS_MAX = 4_000;
    private static final int GZIP_LEVEL = 1;

    /** Of each kind at once: something is left for whoever asks a short question. */
    private static final int HEAVY_MAX =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final ServerConfig config;
    private final LiveStreams live;
    private final OwnWord word;
    private final ConnectionGuard guard;
    private final HeavyWork reading = new HeavyWork("read", HEAVY_MAX);
    private final HeavyWork proving = new HeavyWork("prove", 1);
    private final HeavyWork packing = new HeavyWork("pack", HEAVY_MAX);
    private final HeavyWork making = new HeavyWork("base", 1);
    private final Javalin javalin;

    /** Starts to listen. */
    public HttpServer(
            ServerConfig config, Inbox inbox, LiveStreams live, ServerKeys keys, Apart apart) {
        this.config = config;
        this.live = live;
        guard = new ConnectionGuard(config.limits(), IDLE_MAX);
        Presence presence = new Presence(config.clocks());
        Writes writes =
                new Writes(
                        inbox,
                        new Bodies(config.limits(), reading),
                        new BodyBudget(config.limits().bodiesBytesMax()),
                        config.limits().answerTime());
        word = new OwnWord(keys.signing(), inbox::store);
        Supplier<FloorView> floor = () -> inbox.picture().floor();
        Credentials credentials = new Credentials(keys, floor, config.clocks());
        Quotas quotas = new Quotas(config.limits());
        Gate gate = new Gate(config.access(), credentials, presence, floor, quotas, proving);
        Metrics metrics = new Metrics(inbox, live, guard, presence, apart, config.clocks());
        EventStreams streams = new EventStreams(gate, presence, quotas);
        SerialIndex serials = new SerialIndex();
        LiveBoard board =
                new LiveBoard(
                        config.site(),
                        inbox::store,
                        inbox::picture,
                        presence::lastHeard,
                        config.clocks(),
                        config.pages().shifts());
        javalin =
                Javalin.create(javalinConfig -> {
                    jetty(javalinConfig);
                    RoutesConfig routes = javalinConfig.routes;
                    routes.beforeMatched(gate::admit);
                    new Problems(config.clocks(), config.pages().zone()).register(routes);
                    new PushRoutes(
                                    inbox,
                                    config.clocks(),
                                    writes,
                                    gate,
                                    presence,
                                    apart,
                                    keys.signing(),
                                    new Registrations(config.access().enrolment(), keys.pepper()),
                                    word,
                                    proving,
                                    config.access().enrolment(),
                                    metrics)
                            .register(routes);
                    new FeedRoutes(
                                    inbox,
                                    live,
                                    streams,
                                    config.clocks(),
                                    gate,
                                    presence,
                                    word,
                                    packing,
                                    writes,
                                    quotas)
                            .register(routes);
                    new BaseRoutes(
                                    inbox,
                                    config.clocks(),
                                    writes,
                                    packing,
                                    making,
                                    config.directory().resolve("bases"))
                            .register(routes);
                    new PeopleRoutes(config.access(), inbox, writes, credentials).register(routes);
                    new AuditRoutes(inbox).register(routes);
                    new ApartRoutes(writes, apart).register(routes);
                    new BackupRoutes(config.site(), inbox, config.clocks(), writes, keys.signing())
                            .register(routes);
                    new TrustRoutes(
                                    config.site(),
                                    inbox,
                                    config.clocks(),
                                    writes,
                                    credentials,
                                    new Enrolments(keys))
                            .register(routes);
                    new QueryRoutes(
                                    config.site(),
                                    inbox,
                                    config.clocks(),
                                    metrics::scrape,
                                    config.directory())
                            .register(routes);
                    Office office = new Office(inbox, writes, config.clocks());
                    new RoutingRoutes(inbox, office).register(routes);
                    new MasterRoutes(office).register(routes);
                    new JobRoutes(inbox, office).register(routes);
                    new OrderRoutes(inbox, office).register(routes);
                    new DeskRoutes(inbox, writes, office).register(routes);
                    new SopRoutes(inbox, writes).register(routes);
                    new RunRoutes(inbox, writes).register(routes);
                    new PictureRoutes(inbox, writes).register(routes);
                    new BoardRoutes(
                                    board,
                                    new WebBoard(board, config.pages().zone()),
                                    live,
                                    streams)
                            .register(routes);
                    new ExceptionDesk(inbox, writes, credentials, config.pages().zone())
                            .register(routes);
                    new BagRoutes(
                                    inbox,
                                    serials,
                                    keys.serialCodes(),
                                    config.pages().address(),
                                    config.pages().zone())
                            .register(routes);
                    new TraceRoutes(
                                    inbox,
                                    writes,
                                    serials,
                                    config.clocks(),
                                    config.pages().address(),
                                    config.pages().zone())
                            .register(routes);
                    new ConsentRoutes(writes).register(routes);
                    Description.register(routes);
                });
        javalin.start();
    }

    private void jetty(JavalinConfig javalinConfig) {
        javalinConfig.startup.showJavalinBanner = false;
        javalinConfig.http.prefer405over404 = true;
        // Level 6, which is usual, takes longer than most answers take to make.
        javalinConfig.http.compressionStrategy =
                new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        // Jetty's own choice of 200 tasks would let 200 live streams stop the server; connections
        // are limited instead.
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setMaxConcurrentTasks(0);
        javalinConfig.jetty.threadPool = threads;
        javalinConfig.jetty.modifyHttpConfiguration(this::limit);
        javalinConfig.jetty.modifyServer(server -> {
            server.setErrorHandler(new Problems.Jetty());
            server.setStopTimeout(STOP_MS_MAX);
            server.addBean(new NetworkConnectionLimit(config.limits().connectionsMax(), server));
        });
        javalinConfig.jetty.addConnector(this::connector);
    }

    private void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(config.limits().headerBytesMax());
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        limit(http);
        ServerConfig.Tls tls = config.access().tls();
        ServerConnector connector =
                tls == null
                        ? new ServerConnector(server, new HttpConnectionFactory(http))
                        : Encryption.connector(server, http, tls);
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MAX.toMillis());
        connector.addBean(guard);
        return connector;
    }

    /** Every address it answers, as {@code GET /api/v1/feed}. */
    public List<String> addresses() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Ends the live streams, lets requests in flight finish, stops. */
    @Override
    public void close() {
        live.close();
        javalin.stop();
        guard.close();
        word.close();
        reading.close();
        proving.close();
        packing.close();
        making.close();
    }
}
