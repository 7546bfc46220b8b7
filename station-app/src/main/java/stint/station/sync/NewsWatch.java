package stint.station.sync;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.sync.Backoff;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.News;
import stint.wire.protocol.Protocol;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hears from the server that the feed has grown: by its live stream, and by questions that the
 * server answers late, where something in between makes a stream mute without breaking it (SYNC
 * "live stream silently mute"). Has a thread of its own, on which it calls its listener; may be
 * closed from any.
 */
public final class NewsWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWatch.class);

    /** Beyond the wait the server was asked for, until a question counts as unanswered. */
    private static final Duration ANSWER_TIME = Duration.ofSeconds(5);

    private static final long STOP_MS_MAX = 1_000;

    private enum Word {
        ALIVE,
        NEWS,
        OVER,
        STOP
    }

    /** Who said what: a stream that was given up may still speak. */
    private record Spoken(@Nullable EventSource source, Word word) {}

    /**
     * How long a stream may be silent.
     *
     * @param firstWord after it was asked for: the server speaks at once
     * @param silence between two words: the server gives signs of life
     * @param again for so long questions take the place of a mute stream, then it is tried again
     */
    public record Patience(Duration firstWord, Duration silence, Duration again) {

        /** For a server with a sign of life every 15 s. */
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(40), Duration.ofMinutes(5));
    }

    /** What a watch tells; on the watch's thread. */
    public interface Listener {

        /** The feed has grown, or may have: the server can be heard again. */
        void news();

        /** The server can be heard no more. */
        void lost();
    }

    private final OkHttpClient client;
    private final URI server;
    private final Patience patience;
    private final Backoff backoff;
    private final Listener listener;
    private final BlockingQueue<Spoken> words = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long told;

    /**
     * A watch that is not started yet.
     *
     * @param client speaks as the station; gives up on no call by itself
     * @param backoff between tries while the server can't be heard; used by nobody else
     * @param name of its thread
     */
    public NewsWatch(
            OkHttpClient client,
            URI server,
            Patience patience,
            Backoff backoff,
            String name,
            Listener listener) {
        this.client =
                client.newBuilder()
                        .callTimeout(Duration.ZERO)
                        .readTimeout(patience.silence().plus(ANSWER_TIME))
                        .build();
        this.server = server;
        this.patience = patience;
        this.backoff = backoff;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Begins; once. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            stopped(backoff.beforeFirst());
            while (!closed) {
                boolean mute = stream();
                if (mute && !closed) {
                    LOG.info("the live stream of {} is mute; asking instead", server);
                    ask();
                }
                if (!closed) {
                    listener.lost();
                    stopped(backoff.afterFailure());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("news are not waited for any more; they are asked for now and then", e);
        }
    }

    /** Waits; true when it is time to stop. */
    private boolean stopped(Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        while (!closed) {
            long left = until - System.nanoTime();
            if (left <= 0 || words.poll(left, TimeUnit.NANOSECONDS) == null) {
                break;
            }
        }
        return closed;
    }

    /** Follows the stream until it ends; true when it does not speak as it should. */
    private boolean stream() throws InterruptedException {
        words.clear();
        Request request =
                request("live?after=" + told).header("Accept", "text/event-stream").build();
        EventSource stream =
                EventSources.createFactory(client).newEventSource(request, new Stream());
        try {
            Duration wait = patience.firstWord();
            while (!closed) {
                Spoken spoken = words.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
                if (spoken == null) {
                    return true;
                }
                if (!stream.equals(spoken.source())) {
                    continue;
                }
                Word word = spoken.word();
                if (word == Word.OVER) {
                    return false;
                }
                if (word == Word.NEWS || wait.equals(patience.firstWord())) {
                    listener.news();
                }
                backoff.succeeded();
                wait = patience.silence();
            }
            return false;
        } finally {
            stream.cancel();
        }
    }

    /** Asks again and again, until it is time to try the stream once more or nobody answers. */
    private void ask() {
        long until = System.nanoTime() + patience.again().toNanos();
        while (!closed && System.nanoTime() - until < 0) {
            Call call = client.newCall(request("news?after=" + told).build());
            call.timeout()
                    .timeout(
                            Protocol.NEWS_WAIT.plus(ANSWER_TIME).toMillis(), TimeUnit.MILLISECONDS);
            try (Response response = call.execute()) {
                if (!response.isSuccessful()) {
                    return;
                }
                News news = WireJson.read(response.body().bytes(), News.class);
                if (news.position() != told) {
                    told = news.position();
                    listener.news();
                }
            } catch (IOException | MalformedMessageException e) {
                LOG.debug("news can't be asked for: {}", e.toString());
                return;
            }
        }
    }

    private Request.Builder request(String what) {
        return new Request.Builder().url(server.resolve("/api/v1/" + what).toString());
    }

    /** Ends it; what the listener was doing is finished first, unless it takes long. */
    @Override
    public void close() {
        closed = true;
        words.add(new Spoken(null, Word.STOP));
        client.dispatcher().cancelAll();
        try {
            if (thread.isAlive() && !thread.equals(Thread.currentThread())) {
                thread.join(STOP_MS_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called on OkHttp's threads. */
    private final class Stream extends EventSourceListener {

        @Override
        public void onEvent(
                EventSource source, @Nullable String id, @Nullable String type, String data) {
            try {
                told = WireJson.read(data.getBytes(StandardCharsets.UTF_8), News.class).position();
                words.add(new Spoken(source, Protocol.NEWS.equals(type) ? Word.NEWS : Word.ALIVE));
            } catch (MalformedMessageException e) {
                LOG.debug("a word of the live stream makes no sense: {}", e.toString());
            }
        }

        @Override
        public void onClosed(EventSource source) {
            words.add(new Spoken(source, Word.OVER));
        }

        @Override
        public void onFailure(
                EventSource source, @Nullable Throwable failure, @Nullable Response response) {
            words.add(new Spoken(source, Word.OVER));
        }
    }
}
