package stint.station.board;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.station.sync.Link;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.Protocol;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows the server for a board: asks for the board when the live stream says that there is news,
 * and every few seconds anyway, since a stream may fall mute without breaking. When the server is
 * gone it says so, keeps what it last knew, and tries again for ever. Its listener is called on its
 * own thread.
 */
public final class BoardFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);

    private static final Duration ASK_ANYWAY = Duration.ofSeconds(5);

    /** Between two questions at least; a burst of taps is one picture. */
    private static final Duration BREATHER = Duration.ofMillis(60);

    private static final Duration STREAM_MUTE_MAX = Duration.ofSeconds(40);
    private static final long RETRY_MS_FIRST = 400;
    private static final long RETRY_MS_MAX = 8_000;

    private enum Signal {
        NEWS,
        LOST,
        STOP
    }

    private final URI server;
    private final InstantSource clock;
    private final Consumer<BoardKnown> listener;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final OkHttpClient client;
    private final OkHttpClient streamClient;
    private final Thread thread = new Thread(this::run, "board-feed");

    private BoardKnown known = BoardKnown.NOTHING;

    /**
     * A feed that is not started yet.
     *
     * @param listener told what is known now, on the feed's thread
     */
    public BoardFeed(Link link, InstantSource clock, Consumer<BoardKnown> listener) {
        server = link.server();
        client = link.client().callTimeout(Duration.ofSeconds(5)).build();
        streamClient =
                client.newBuilder().callTimeout(Duration.ZERO).readTimeout(STREAM_MUTE_MAX).build();
        this.clock = clock;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** Starts to follow; once. */
    public void start() {
        thread.start();
    }

    private void run() {
        int failures = 0;
        while (true) {
            try {
                ask();
                failures = 0;
                if (follow()) {
                    return;
                }
            } catch (IOException | MalformedMessageException e) {
                LOG.debug("the server can't be asked: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            publish(new BoardKnown(known.view(), known.heardAt(), false));
            if (stoppedWithin(retryDelayMs(failures++))) {
                return;
            }
        }
    }

    /** Follows the stream until it is lost; true when it is time to stop. */
    private boolean follow() throws IOException, MalformedMessageException, InterruptedException {
        signals.remove(Signal.LOST);
        BoardView view = known.view();
        long position = view == null ? 0 : view.position();
        Request request =
                request("/api/v1/live?after=" + position)
                        .header("Accept", "text/event-stream")
                        .build();
        EventSource stream =
                EventSources.createFactory(streamClient).newEventSource(request, new Stream());
        try {
            while (true) {
                Signal signal = signals.poll(ASK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
                if (signal == Signal.STOP) {
                    return true;
                }
                if (signal == Signal.LOST) {
                    return false;
                }
                signals.removeIf(more -> more == Signal.NEWS);
                ask();
                if (stoppedWithin(BREATHER.toMillis())) {
                    return true;
                }
            }
        } finally {
            stream.cancel();
        }
    }

    private void ask() throws IOException, MalformedMessageException {
        try (Response response = client.newCall(request("/api/v1/board").build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the server answered " + response.code());
            }
            BoardView view = WireJson.read(response.body().bytes(), BoardView.class);
            publish(new BoardKnown(view, clock.instant(), true));
        }
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(server.resolve(path).toString());
    }

    private void publish(BoardKnown now) {
        if (!now.equals(known)) {
            known = now;
            listener.accept(now);
        }
    }

    /**
     * Waits; true when it was told to stop meanwhile. What else is signalled stays in the queue.
     */
    private boolean stoppedWithin(long delayMs) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs);
        try {
            boolean news = false;
            while (true) {
                long left = until - System.nanoTime();
                Signal signal = left <= 0 ? null : signals.poll(left, TimeUnit.NANOSECONDS);
                if (signal == null) {
                    if (news) {
                        signals.add(Signal.NEWS);
                    }
                    return false;
                }
                if (signal == Signal.STOP) {
                    return true;
                }
                if (signal == Signal.LOST) {
                    signals.add(Signal.LOST);
                    return false;
                }
                news = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Full jitter: a hundred boards must not come back in the same instant. */
    private static long retryDelayMs(int failures) {
        long cap = Math.min(RETRY_MS_MAX, RETRY_MS_FIRST << Math.min(failures, 10));
        return ThreadLocalRandom.current().nextLong(RETRY_MS_FIRST / 4, cap + 1);
    }

    @Override
    public void close() {
        signals.add(Signal.STOP);
        client.dispatcher().cancelAll();
        streamClient.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private final class Stream extends EventSourceListener {

        @Override
        public void onOpen(EventSource source, Response response) {
            // What happened between the answer and the stream's opening is news too.
            signals.add(Signal.NEWS);
        }

        @Override
        public void onEvent(
                EventSource source, @Nullable String id, @Nullable String type, String data) {
            if (Protocol.NEWS.equals(type)) {
                signals.add(Signal.NEWS);
            }
        }

        @Override
        public void onClosed(EventSource source) {
            signals.add(Signal.LOST);
        }

        @Override
        public void onFailure(
                EventSource source, @Nullable Throwable failure, @Nullable Response response) {
            signals.add(Signal.LOST);
        }
    }
}
