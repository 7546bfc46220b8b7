package stint.server.feed;

import org.jspecify.annotations.Nullable;

import stint.wire.WireJson;
import stint.wire.protocol.News;
import stint.wire.protocol.Protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The live streams (server-sent events). A stream says "there is something up to position n", and
 * now and then that it is there while there is nothing. Each runs on a virtual thread of its own,
 * so that one stuck reader holds up only itself. Thread-safe.
 */
public final class LiveStreams implements AutoCloseable {

    /**
     * A word costs a fraction of this. While news come without end, each listener hears of them so
     * much less often the more there are, and all words together take no more than a part of one
     * processor. Each rests for a time of its own, up to a half more or less, or all would speak at
     * once and whoever asks something meanwhile would wait for hundreds.
     */
    private static final Duration REST_PER_LISTENER = Duration.ofMillis(1);

    private static final Duration REST_MAX = Duration.ofMillis(500);

    /**
     * A word goes out up to so much later than it could: hundreds wait in silence for the first.
     */
    private static final Duration TURN_PER_LISTENER = Duration.ofNanos(200_000);

    /** When a browser tries again that lost its stream. */
    private static final int RETRY_MS = 2_000;

    /** A burst of taps is one picture. */
    private static final Duration BREATHER = Duration.ofMillis(80);

    private final Announcer announcer;
    private final Duration heartbeat;
    private final AtomicInteger count = new AtomicInteger();
    private volatile Word newest = Word.of(Protocol.NEWS, 0);

    /** What is said of a position: to hundreds the same. */
    private record Word(long position, String text) {

        static Word of(String event, long position) {
            String news = new String(WireJson.write(new News(position)), StandardCharsets.UTF_8);
            return new Word(position, "event: " + event + "\ndata: " + news + "\n\n");
        }
    }

    /** Streams that speak at least every {@code heartbeat}. */
    public LiveStreams(Announcer announcer, Duration heartbeat) {
        this.announcer = announcer;
        this.heartbeat = heartbeat;
    }

    /** How many listen. */
    public int count() {
        return count.get();
    }

    /**
     * Speaks to one listener until it goes away or the server stops.
     *
     * @param after the position the listener has; it hears at once when there is more
     * @param alive runs after each word that went out
     * @throws IOException when the listener has gone
     */
    public void serve(OutputStream out, long after, Runnable alive)
            throws IOException, InterruptedException {
        count.incrementAndGet();
        try {
            long told = after;
            // So that a listener knows at once that it hears.
            send(out, Word.of(Protocol.ALIVE, told).text());
            while (!announcer.closed()) {
                long position = next(told);
                Word word = position == told ? Word.of(Protocol.ALIVE, told) : newsOf(position);
                send(out, word.text());
                told = position;
                alive.run();
                announcer.rest(rest(Duration.ZERO));
            }
        } finally {
            count.decrementAndGet();
        }
    }

    /** Who has rested meanwhile speaks at once; who waited in silence takes a turn. */
    private long next(long told) throws InterruptedException {
        long position = announcer.await(told, Duration.ZERO);
        if (position != told) {
            return position;
        }
        position = announcer.await(told, heartbeat);
        if (position == told) {
            return told;
        }
        announcer.rest(turn());
        return announcer.await(told, Duration.ZERO);
    }

    /**
     * Waits for news on behalf of one who can't follow a stream.
     *
     * @param after the position the caller has
     * @return the newest position; {@code after} when there were none in time
     */
    public long await(long after) throws InterruptedException {
        count.incrementAndGet();
        try {
            return announcer.await(after, Protocol.NEWS_WAIT);
        } finally {
            count.decrementAndGet();
        }
    }

    /** Hundreds that waited would speak at once, after a silence too. */
    private Duration turn() {
        long most = TURN_PER_LISTENER.toNanos() * count.get();
        return Duration.ofNanos(
                ThreadLocalRandom.current().nextLong(Math.min(most, REST_MAX.toNanos()) + 1));
    }

    private Duration rest(Duration atLeast) {
        Duration rest = REST_PER_LISTENER.multipliedBy(count.get());
        Duration some = rest.compareTo(atLeast) < 0 ? atLeast : rest;
        long nanos = (some.compareTo(REST_MAX) < 0 ? some : REST_MAX).toNanos();
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos + 1));
    }

    /**
     * Sends what there is to say whenever something has come, and at least every so often; not more
     * often than people can see.
     *
     * @param message the next message with its end, or null when there is nothing new
     * @param alive runs after each word that went out
     * @throws IOException when the listener has gone
     */
    public void follow(
            OutputStream out, Duration atLeast, Supplier<@Nullable String> message, Runnable alive)
            throws IOException, InterruptedException {
        count.incrementAndGet();
        try {
            send(out, "retry: " + RETRY_MS + "\n\n");
            long position = -1;
            while (!announcer.closed()) {
                position = announcer.await(position, atLeast);
                String text = message.get();
                send(out, text == null ? ": heartbeat\n\n" : text);
                alive.run();
                announcer.rest(rest(BREATHER));
            }
        } finally {
            count.decrementAndGet();
        }
    }

    private Word newsOf(long position) {
        Word word = newest;
        if (word.position() != position) {
            word = Word.of(Protocol.NEWS, position);
            newest = word;
        }
        return word;
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends all streams, so that the HTTP server need not wait for them. */
    @Override
    public void close() {
        announcer.close();
    }
}
