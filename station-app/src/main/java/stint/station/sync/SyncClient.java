package stint.station.sync;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import stint.credential.Receipts;
import stint.domain.event.StationCode;
import stint.domain.sop.PictureName;
import stint.sync.Backoff;
import stint.sync.PackedBase;
import stint.sync.SyncPort;
import stint.sync.SyncRound;
import stint.sync.SyncRound.Answer;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryQuery;
import stint.wire.protocol.PictureReply;
import stint.wire.protocol.Problem;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.Receipt;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** The server's HTTP interface as a bench uses it. Safe for any thread. */
public final class SyncClient implements AutoCloseable {

    /** However long a server asks to be left alone, a bench comes again within this. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(1);

    /** For so long at most a base is on its way. */
    private static final Duration BASE_MAX = Duration.ofMinutes(5);

    private static final MediaType NDJSON = MediaType.get(EventBatch.MEDIA_TYPE);

    private final HttpUrl base;
    private final @Nullable Identity identity;
    private final OkHttpClient http;
    private volatile Duration retryAfter = Duration.ZERO;
    private volatile long unsent;

    SyncClient(Link link, StationCode station) {
        this(link, station, chain -> chain.proceed(chain.request()));
    }

    /**
     * A client for a bench.
     *
     * @param link to the server
     * @param station who calls
     * @param watch sees every request as it leaves
     * @throws IllegalArgumentException when the address is neither http nor https
     */
    public SyncClient(Link link, StationCode station, Interceptor watch) {
        HttpUrl url = HttpUrl.get(link.server());
        if (url == null) {
            throw new IllegalArgumentException(
                    "the server's address must be http or https: " + link.server());
        }
        base = url;
        identity = link.identity();
        http =
                link.client()
                        .addInterceptor(naming(station))
                        .addNetworkInterceptor(watch)
                        .connectTimeout(Duration.ofSeconds(5))
                        .callTimeout(Duration.ofSeconds(30))
                        .build();
    }

    /** Every request says who calls: the server shows when a bench was last heard (ST-5). */
    private Interceptor naming(StationCode station) {
        String name = URLEncoder.encode(station.value(), StandardCharsets.UTF_8);
        return chain ->
                chain.proceed(
                        chain.request()
                                .newBuilder()
                                .header(Protocol.STATION_HEADER, name)
                                .header(Protocol.UNSENT_HEADER, Long.toString(unsent))
                                .build());
    }

    /** How many events wait; the server is told with the next request. */
    void waiting(long events) {
        unsent = events;
    }

    /** A request the server answered with a problem document. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        RefusedException(int status, String code, String detail) {
            super(status + " " + code + ": " + detail);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        /** The problem's short word; empty when the answer was no problem document. */
        String code() {
            return code;
        }
    }

    /** For how long the server asked to be left alone in its last answer; zero when it did not. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** Asks, and waits for the answer. */
    public Answer ask(SyncRound.Request request) throws IOException {
        retryAfter = Duration.ZERO;
        try {
            return switch (request) {
                case SyncRound.Request.Push(EventBatch<PushHeader> batch) ->
                        pushed(path("stations", batch.header().station(), "push"), batch);
                case SyncRound.Request.Return(EventBatch<PushHeader> batch) ->
                        pushed(path("returned"), batch);
                case SyncRound.Request.Fetch(SyncPort.Cursor cursor, int eventsMax) ->
                        new Answer.Page(feed(cursor, eventsMax));
                case SyncRound.Request.Bootstrap() -> new Answer.Bootstrapped(base());
                case SyncRound.Request.History(
                                SyncPort.Cursor cursor,
                                HistoryQuery query,
                                long after) ->
                        new Answer.Page(history(cursor, query, after));
            };
        } catch (RefusedException e) {
            return new Answer.Refused(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Answer pushed(HttpUrl url, EventBatch<PushHeader> batch) throws IOException {
        Request request =
                new Request.Builder()
                        .url(url)
                        .header("Content-Encoding", "gzip")
                        .post(RequestBody.create(batch.toGzip(), NDJSON))
                        .build();
        try (Response response = http.newCall(request).execute()) {
            requireSuccess(response);
            PushReply reply = WireJson.read(response.body().bytes(), PushReply.class);
            requireOwnWord(reply);
            return new Answer.Pushed(reply);
        } catch (MalformedMessageException e) {
            throw new IOException("the server's reply to a push is unreadable", e);
        }
    }

    /** What a server signs that is not the one we enrolled at acknowledges nothing. */
    private void requireOwnWord(PushReply reply) throws IOException {
        Receipt receipt = reply.receipt();
        if (identity != null
                && receipt != null
                && !Receipts.verify(identity.serverKey(), receipt)) {
            throw new IOException("the receipt is not signed by the server we enrolled at");
        }
    }

    EventBatch<FeedHeader> feed(SyncPort.Cursor cursor, int limit) throws IOException {
        HttpUrl.Builder url =
                path("feed")
                        .newBuilder()
                        .addQueryParameter("after", Long.toString(cursor.position()))
                        .addQueryParameter("limit", Integer.toString(limit));
        return page(url, cursor);
    }

    private EventBatch<FeedHeader> history(SyncPort.Cursor cursor, HistoryQuery query, long after)
            throws IOException {
        HttpUrl.Builder url =
                path("history")
                        .newBuilder()
                        .addQueryParameter("after", Long.toString(after))
                        .addQueryParameter("known", Long.toString(cursor.position()));
        if (query.event() != null) {
            url.addQueryParameter("event", query.event());
        } else if (query.ticket() != null) {
            url.addQueryParameter("ticket", query.ticket())
                    .addQueryParameter("task", Integer.toString(query.task()));
        } else {
            url.addQueryParameter("operator", query.operator())
                    .addQueryParameter("from", Long.toString(query.fromMs()))
                    .addQueryParameter("to", Long.toString(query.toMs()));
        }
        return page(url, cursor);
    }

    private PackedBase base() throws IOException {
        Request request = new Request.Builder().url(path("bootstrap")).build();
        OkHttpClient patient = http.newBuilder().callTimeout(BASE_MAX).build();
        try (Response response = patient.newCall(request).execute()) {
            requireSuccess(response);
            return new PackedBase(response.body().bytes());
        }
    }

    private EventBatch<FeedHeader> page(HttpUrl.Builder url, SyncPort.Cursor cursor)
            throws IOException {
        if (cursor.generation() != null) {
            url.addQueryParameter("generation", cursor.generation());
        }
        Request request =
                new Request.Builder().url(url.build()).header("Accept-Encoding", "gzip").build();
        try (Response response = http.newCall(request).execute();
                InputStream body = inflated(response)) {
            requireSuccess(response);
            return EventBatch.read(body, FeedHeader.class);
        } catch (MalformedMessageException e) {
            throw new IOException("the server's feed is unreadable", e);
        }
    }

    /**
     * Gives the server a picture to keep.
     *
     * @param name what its contents make it
     */
    void keepPicture(String name, byte[] picture) throws IOException {
        MediaType type = MediaType.get(PictureName.mediaType(name));
        Request request =
                new Request.Builder()
                        .url(path("pictures"))
                        .post(RequestBody.create(picture, type))
                        .build();
        try (Response response = http.newCall(request).execute()) {
            requireSuccess(response);
            PictureReply reply = WireJson.read(response.body().bytes(), PictureReply.class);
            if (!reply.name().equals(name)) {
                throw new IOException("the server keeps " + name + " as " + reply.name());
            }
        } catch (MalformedMessageException e) {
            throw new IOException("the server's reply to a picture is unreadable", e);
        }
    }

    /** A picture that the server keeps. */
    byte[] picture(String name) throws IOException {
        Request request = new Request.Builder().url(path("pictures", name)).build();
        try (Response response = http.newCall(request).execute()) {
            requireSuccess(response);
            return response.body().bytes();
        }
    }

    /** Hears when there is news, and says so to whoever wants to know. */
    NewsWatch watch(Backoff backoff, String name, NewsWatch.Listener listener) {
        return new NewsWatch(http, base.uri(), NewsWatch.Patience.USUAL, backoff, name, listener);
    }

    private HttpUrl path(String... segments) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments("api/v1");
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    /** We name the encoding ourselves, so OkHttp leaves the body as it came. */
    private static InputStream inflated(Response response) throws IOException {
        Headers headers = response.headers();
        InputStream body = response.body().byteStream();
        return "gzip".equals(headers.get("Content-Encoding")) ? new GZIPInputStream(body) : body;
    }

    private void requireSuccess(Response response) throws IOException {
        if (response.isSuccessful()) {
            return;
        }
        retryAfter = retryAfter(response.header("Retry-After"));
        Problem problem = problem(response);
        throw problem == null
                ? new RefusedException(response.code(), "", response.message())
                : new RefusedException(response.code(), problem.code(), problem.detail());
    }

    private static Duration retryAfter(@Nullable String seconds) {
        try {
            Duration wait = Duration.ofSeconds(seconds == null ? 0 : Long.parseLong(seconds));
            return wait.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : wait;
        } catch (NumberFormatException e) {
            return Duration.ZERO; // A date, which our server never says.
        }
    }

    private static @Nullable Problem problem(Response response) throws IOException {
        try (InputStream body = inflated(response)) {
            return WireJson.read(body.readAllBytes(), Problem.class);
        } catch (MalformedMessageException e) {
            return null; // Not our server's words; the status says enough.
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
