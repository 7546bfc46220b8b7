package stint.station.board;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.board.BoardKnown;
import stint.station.sync.Link;
import stint.station.sync.NewsWatch;
import stint.sync.Backoff;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.BoardView;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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

    private static final Duration RETRY_FIRST = Duration.ofMillis(250);

    /** When a server is back, the first tap at it is to be here within a second (BD-1). */
    private static final Duration RETRY_CAP = Duration.ofMillis(800);

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
    private final NewsWatch news;
    private final Backoff backoff = new Backoff(new SecureRandom(), RETRY_FIRST, RETRY_CAP);
    private final Thread thread = new Thread(this::run, "board-feed");

    private BoardKnown known = BoardKnown.NOTHING;

    /**
     * A feed that is not started yet.
     *
     * @param listener told what is known now, on the feed's thread
     */
    public BoardFeed(Link link, InstantSource clock, Consumer<BoardKnown> listener) {
        this(link, clock, NewsWatch.Patience.USUAL, listener);
    }

    /** A feed with a patience of its own for live streams that are mute. */
    BoardFeed(
            Link link,
            InstantSource clock,
            NewsWatch.Patience patience,
            Consumer<BoardKnown> listener) {
        server = link.server();
        client = link.client().callTimeout(Duration.ofSeconds(5)).build();
        news =
                new NewsWatch(
                        client,
                        server,
                        patience,
                        new Backoff(new SecureRandom(), RETRY_FIRST, RETRY_CAP),
                        "board-news",
                        new Words());
        this.clock = clock;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** Starts to follow; once. */
    public void start() {
        thread.start();
        news.start();
    }

    private void run() {
        try {
            boolean stop = false;
            while (!stop) {
                stop = heard() ? pausedLive() : pausedLost();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean heard() {
        try {
            ask();
            backoff.succeeded();
            return true;
        } catch (IOException | MalformedMessageException e) {
            LOG.debug("the server can't be asked: {}", e.toString());
            publish(new BoardKnown(known.view(), known.heardAt(), false));
            return false;
        }
    }

    /** Until something stirs, and a breath at least; true when it is time to stop. */
    private boolean pausedLive() throws InterruptedException {
        Signal signal = signals.poll(ASK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
        if (signal == null) {
            return false;
        }
        if (signal == Signal.STOP) {
            return true;
        }
        if (signal == Signal.NEWS) {
            // Not a wait for anything: what a burst brings meanwhile is asked about together.
            Thread.sleep(BREATHER);
        }
        return drained();
    }

    /** Until it is time to try again, or the server was heard by the way of news. */
    private boolean pausedLost() throws InterruptedException {
        long until = System.nanoTime() + backoff.afterFailure().toNanos();
        Signal signal;
        do {
            signal = signals.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } while (signal == Signal.LOST);
        return signal == Signal.STOP;
    }

    /** A burst of news is asked about once. */
    private boolean drained() {
        signals.removeIf(more -> more != Signal.STOP);
        return signals.contains(Signal.STOP);
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

    @Override
    public void close() {
        signals.add(Signal.STOP);
        news.close();
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private final class Words implements NewsWatch.Listener {

        @Override
        public void news() {
            signals.add(Signal.NEWS);
        }

        @Override
        public void lost() {
            signals.add(Signal.LOST);
        }
    }
}
