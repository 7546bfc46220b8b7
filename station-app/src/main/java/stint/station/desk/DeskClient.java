package stint.station.desk;

import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.station.sync.Link;
import stint.station.sync.NewsWatch;
import stint.sync.Backoff;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.Problem;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Speaks with the server in the name of whoever is signed in. Nothing here waits: each answer comes
 * later, on the desk's own thread. Thread-safe.
 */
public final class DeskClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskClient.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RETRY_FIRST = Duration.ofMillis(250);
    private static final Duration RETRY_CAP = Duration.ofSeconds(2);
    private static final String AUTHORIZATION = "Authorization";
    private static final String JSON = "application/json";
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** What the window wants to know of every answer; told on the desk's thread. */
    interface Watcher {

        /** The server answered, or could not be reached. */
        void reached(boolean there);

        /** The server has something new. */
        void news();

        /** Whoever was signed in is so no more. */
        void signedOut();
    }

    private final URI server;
    private final OkHttpClient client;
    private final Executor ui;
    private final Watcher watcher;

    private volatile @Nullable String token;
    private volatile String language = "en";
    private @Nullable NewsWatch news;

    DeskClient(Link link, Executor ui, Watcher watcher) {
        this.server = link.server();
        this.ui = ui;
        this.watcher = watcher;
        this.client = link.client().callTimeout(PATIENCE).addInterceptor(this::speak).build();
    }

    /** Where the server is. */
    public URI server() {
        return server;
    }

    /**
     * An address below {@code /api/v1/}, of parts that may hold any character: {@code path("jobs",
     * ticket, "change")}.
     */
    public static String path(Object... parts) {
        return Arrays.stream(parts)
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8))
                .map(part -> part.replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /**
     * Asks.
     *
     * @param path below {@code /api/v1/}; may end in a query
     * @param type a record of {@code stint.wire}, an array of them, or {@code byte[]} as it came
     * @param then gets the answer on the desk's thread
     */
    public <T> void get(String path, Class<T> type, Consumer<Reply<T>> then) {
        send(request(path).get().build(), type, then);
    }

    /** Asks for something to be done; as {@link #get}, with a record of {@code stint.wire}. */
    public <T> void post(String path, Object message, Class<T> type, Consumer<Reply<T>> then) {
        post(path, JSON, WireJson.write(message), type, then);
    }

    /** The same with bytes of any kind, a file of orders for one. */
    public <T> void post(
            String path, String mediaType, byte[] body, Class<T> type, Consumer<Reply<T>> then) {
        RequestBody bytes = RequestBody.create(body, MediaType.get(mediaType));
        send(request(path).post(bytes).build(), type, then);
    }

    /** Asks for something to be deleted. */
    public <T> void delete(String path, Class<T> type, Consumer<Reply<T>> then) {
        send(request(path).delete().build(), type, then);
    }

    /** Does something later on the desk's thread. */
    void later(Runnable task) {
        ui.execute(task);
    }

    /** Signs a person in; from then on all is asked in their name. */
    void login(String code, String pin, Consumer<Reply<LoginReply>> then) {
        post(
                "login",
                new LoginRequest(code, pin),
                LoginReply.class,
                reply -> {
                    reply.ifOk(person -> token = person.token());
                    then.accept(reply);
                });
    }

    /** Signs out; what was said before is not asked in anybody's name any more. */
    void logout() {
        stopNews();
        String word = token;
        token = null;
        if (word != null) {
            Request request =
                    named(request("logout"), word)
                            .post(RequestBody.create(new byte[0], null))
                            .build();
            send(request, byte[].class, reply -> LOG.debug("signed out"));
        }
    }

    /** The language of what the server says from now on, as a BCP 47 tag. */
    void speak(String tag) {
        language = tag;
    }

    /** Hears from now on when the server has something new. */
    synchronized void followNews() {
        stopNews();
        NewsWatch watch =
                new NewsWatch(
                        client.newBuilder().dispatcher(new Dispatcher()).build(),
                        server,
                        NewsWatch.Patience.USUAL,
                        new Backoff(new SecureRandom(), RETRY_FIRST, RETRY_CAP),
                        "desk-news",
                        new Words());
        news = watch;
        watch.start();
    }

    private synchronized void stopNews() {
        NewsWatch watch = news;
        news = null;
        if (watch != null) {
            Thread.ofVirtual().name("desk-news-end").start(watch::close);
        }
    }

    private Response speak(Interceptor.Chain chain) throws IOException {
        Request.Builder spoken = chain.request().newBuilder().header("Accept-Language", language);
        String word = token;
        if (word != null && chain.request().header(AUTHORIZATION) == null) {
            named(spoken, word);
        }
        return chain.proceed(spoken.build());
    }

    private static Request.Builder named(Request.Builder request, String word) {
        return request.header(AUTHORIZATION, LoginReply.SCHEME + " " + word);
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(server.resolve("/api/v1/" + path).toString());
    }

    private <T> void send(Request request, Class<T> type, Consumer<Reply<T>> then) {
        String asker = token;
        client.newCall(request)
                .enqueue(
                        new Callback() {
                            @Override
                            public void onFailure(Call call, IOException e) {
                                LOG.debug("{} is not answered: {}", request.url(), e.toString());
                                deliver(new Reply.Unreachable<>(), false, then);
                            }

                            @Override
                            public void onResponse(Call call, Response response) {
                                try (response) {
                                    answered(response, type, asker, then);
                                }
                            }
                        });
    }

    private <T> void answered(
            Response response, Class<T> type, @Nullable String asker, Consumer<Reply<T>> then) {
        try {
            Reply<T> reply = read(response, type);
            if (asker != null
                    && asker.equals(token)
                    && reply instanceof Reply.Refused<T>(Problem problem)
                    && problem.code().equals("not_authenticated")) {
                token = null;
                ui.execute(watcher::signedOut);
            }
            deliver(reply, !(reply instanceof Reply.Unreachable<T>), then);
        } catch (IOException | MalformedMessageException e) {
            LOG.warn("the answer to {} makes no sense", response.request().url(), e);
            deliver(new Reply.Unreachable<>(), false, then);
        }
    }

    private static <T> Reply<T> read(Response response, Class<T> type)
            throws IOException, MalformedMessageException {
        byte[] body = response.body().bytes();
        if (response.isSuccessful()) {
            return new Reply.Ok<>(
                    type == byte[].class ? type.cast(body) : WireJson.read(body, type));
        }
        int status = response.code();
        if (status == BAD_GATEWAY || status == UNAVAILABLE || status == GATEWAY_TIMEOUT) {
            return new Reply.Unreachable<>();
        }
        Problem problem = WireJson.read(body, Problem.class);
        return problem.code().equals("stale")
                ? new Reply.Stale<>(problem)
                : new Reply.Refused<>(problem);
    }

    private <T> void deliver(Reply<T> reply, boolean there, Consumer<Reply<T>> then) {
        ui.execute(() -> {
            watcher.reached(there);
            then.accept(reply);
        });
    }

    /** Asks nothing any more; what is on its way is given up. */
    @Override
    public void close() {
        stopNews();
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private final class Words implements NewsWatch.Listener {

        @Override
        public void news() {
            ui.execute(watcher::news);
        }

        @Override
        public void lost() {
            // Gone, or only not willing to speak with whoever was signed in: the answer says which.
            get("me", LoginReply.class, reply -> LOG.debug("the news stopped: {}", reply));
        }
    }
}
