package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.EventId;
import stint.wire.EventBatch;
import stint.wire.StoredEvent;
import stint.wire.WireJson;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.TaskView;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * SY-3: kill -9 of the server in the middle of pushes; what it acknowledged is there afterwards,
 * once.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("stint.kills", 5);
    private static final int BENCHES = 3;
    private static final int BATCH = 7;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A bench that pushes as fast as it is answered, on a thread of its own, until the server is
     * gone.
     */
    static final class Pusher {

        private final TestBench bench;
        private final AtomicLong acknowledged = new AtomicLong();

        Pusher(int number) {
            bench = new TestBench("BENCH-" + number).start("A");
        }

        void run(URI server, CountDownLatch begun) {
            try {
                acknowledged.set(push(server, bench.batch(1, 0)));
                begun.countDown();
                while (true) {
                    for (int count = 0; count < BATCH; count++) {
                        bench.complete("A", 1);
                    }
                    acknowledged.set(
                            push(server, bench.batch((int) acknowledged.get() + 1, bench.size())));
                }
            } catch (IOException e) {
                begun.countDown(); // Killed; what was acknowledged by then counts.
            }
        }

        /** As {@link #run}, at whichever server is named, and goes on when that one is killed. */
        void runOn(Supplier<URI> servers, BooleanSupplier over) {
            while (!over.getAsBoolean()) {
                URI server = servers.get();
                try {
                    long mark = push(server, bench.batch(1, 0));
                    assertThat(mark).isGreaterThanOrEqualTo(acknowledged.get());
                    acknowledged.set(mark);
                    for (int count = 0; count < BATCH; count++) {
                        bench.complete("A", 1);
                    }
                    acknowledged.set(push(server, bench.batch((int) mark + 1, bench.size())));
                } catch (IOException e) {
                    Thread.onSpinWait(); // Killed; the other one may have it or not.
                }
            }
        }

        /** Records one more; how long until a server says that it holds it. */
        Duration untilAcknowledged(URI server) {
            bench.complete("A", 1);
            long begun = System.nanoTime();
            while (acknowledged.get() < bench.size()) {
                try {
                    int next = (int) acknowledged.get() + 1;
                    acknowledged.set(push(server, bench.batch(next, bench.size())));
                } catch (IOException e) {
                    Thread.onSpinWait(); // Not now; the test's own time bounds how often.
                }
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        private long push(URI server, EventBatch<?> batch) throws IOException {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(
                                        server.resolve(
                                                "/api/v1/stations/" + bench.code() + "/push"))
                                .header("Content-Type", EventBatch.MEDIA_TYPE)
                                .header("Content-Encoding", "gzip")
                                .timeout(Duration.ofSeconds(20))
                                .POST(BodyPublishers.ofByteArray(batch.toGzip()))
                                .build();
                HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() == 503) {
                    throw new IOException("later");
                }
                assertThat(response.statusCode()).isEqualTo(200);
                return WireJson.read(response.body(), PushReply.class).mark();
            } catch (InterruptedException | stint.wire.MalformedMessageException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void SY_3_kill_9_in_the_middle_of_pushes_loses_and_doubles_nothing(@TempDir Path directory)
            throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        List<Pusher> pushers = new ArrayList<>();
        for (int number = 1; number <= BENCHES; number++) {
            pushers.add(new Pusher(number));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            String where = "seed " + seed + " kill " + kill;
            try (ServerProcess server = ServerProcess.start(directory)) {
                assertHolds(server.uri(), pushers, where);
                CountDownLatch begun = new CountDownLatch(BENCHES);
                List<Thread> threads =
                        pushers.stream()
                                .map(pusher ->
                                        Thread.ofPlatform()
                                                .start(() -> pusher.run(server.uri(), begun)))
                                .toList();
                begun.await();
                // Not a wait for something to happen: the moment of the kill is the random input.
                begunFor(random.nextInt(20, 400));
                server.kill();
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }
        try (ServerProcess server = ServerProcess.start(directory)) {
            assertHolds(server.uri(), pushers, "seed " + seed + " at the end");
            assertThat(server.startedFrom()).as("a snapshot was used").isPositive();
        }
        for (Pusher pusher : pushers) {
            assertThat(pusher.acknowledged.get()).as("the test has pushed something").isPositive();
        }
    }

    private static void begunFor(long millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    /** Everything acknowledged is in the feed, once, in its station's order, with its own bytes. */
    static void assertHolds(URI server, List<Pusher> pushers, String where) throws Exception {
        Fed fed = fed(server, pushers, where);
        long good = good(server);
        // What other servers wrote may come in between the two questions.
        for (Fed next = fed(server, pushers, where);
                next.last() != fed.last();
                next = fed(server, pushers, where)) {
            fed = next;
            good = good(server);
        }
        assertThat(good)
                .as(where + ": what is shown is what the feed comes to")
                .isEqualTo(fed.seen().values().stream().mapToLong(count -> count - 1).sum());
        for (Pusher pusher : pushers) {
            assertThat(fed.seen().getOrDefault(pusher.bench.code().value(), 0L))
                    .as(where + ": " + pusher.bench.code())
                    .isGreaterThanOrEqualTo(pusher.acknowledged.get());
        }
    }

    /** What a feed holds: the last sequence of each station, and the last position. */
    private record Fed(Map<String, Long> seen, long last) {}

    private static Fed fed(URI server, List<Pusher> pushers, String where) throws Exception {
        Map<String, Long> seen = new HashMap<>();
        long after = 0;
        long last = Long.MAX_VALUE;
        while (after < last) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve("/api/v1/feed?after=" + after)).build();
            byte[] page = CLIENT.send(request, BodyHandlers.ofByteArray()).body();
            EventBatch<FeedHeader> batch = EventBatch.read(page, FeedHeader.class);
            for (byte[] body : batch.bodies()) {
                EventId id = StoredEvent.read(body).id();
                long before = seen.getOrDefault(id.station().value(), 0L);
                assertThat(id.sequence()).as(where).isEqualTo(before + 1);
                seen.put(id.station().value(), id.sequence());
                TestBench bench =
                        pushers.get(Character.digit(id.station().value().charAt(6), 10) - 1).bench;
                assertThat(body).as(where).isEqualTo(bench.bodies().get((int) before));
            }
            after = batch.header().to();
            last = batch.header().last();
        }
        return new Fed(seen, last);
    }

    /** Each bench's events are a start and completes of one piece. */
    private static long good(URI server) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/v1/tasks/" + TestBench.TASK)).build();
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        return response.statusCode() == 404
                ? 0
                : WireJson.read(response.body(), TaskView.class).good();
    }
}
