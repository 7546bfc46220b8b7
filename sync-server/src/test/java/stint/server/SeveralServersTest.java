package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import stint.server.ServerConfig.Database;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.protocol.FeedHeader;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/** Several servers over one PostgreSQL are one site (SY-3). */
@EnabledIfSystemProperty(named = "stint.test.database", matches = "postgresql")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeveralServersTest {

    private static final int KILLS = Integer.getInteger("stint.kills", 2);
    private static final int PUSHERS = 3;

    /** docs/servers.md: ten seconds of the database's patience, and time to try again. */
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(20);

    @TempDir private Path directory;

    private Database database;

    @BeforeEach
    void database() {
        database = TestDatabase.postgres(directory);
    }

    private TestServer server(String name) {
        return new TestServer(directory.resolve(name), database);
    }

    @Test
    void SY_3_whichever_server_a_bench_speaks_to_there_is_one_dense_order() throws Exception {
        int benches = 6;
        int events = 120;
        try (TestServer one = server("one").plan();
                TestServer two = server("two");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> pushes = new ArrayList<>();
            for (int number = 0; number < benches; number++) {
                TestBench bench = new TestBench("BENCH-" + number).start("A");
                for (int count = 1; count < events; count++) {
                    bench.complete("A", 1);
                }
                for (TestServer server : List.of(one, two)) { // Each batch twice, at once.
                    pushes.add(
                            threads.submit(() -> {
                                for (int from = 1; from <= events; from += 20) {
                                    server.push(bench.batch(from, from + 19));
                                }
                                return null;
                            }));
                }
            }
            for (Future<?> push : pushes) {
                push.get();
            }
            int total = 6 + benches * events;
            for (TestServer server : List.of(one, two)) {
                assertThat(server.feed(total, 1).header().last()).isEqualTo(total);
                assertThat(server.task().good()).isEqualTo(benches * (events - 1));
            }
            assertThat(one.feed(0, 1_000).bodies())
                    .usingElementComparator(java.util.Arrays::compare)
                    .isEqualTo(two.feed(0, 1_000).bodies());
        }
    }

    @Test
    void SY_3_what_both_write_to_the_sites_own_log_has_one_numbering() throws Exception {
        try (TestServer one = server("one").plan();
                TestServer two = server("two").plan()) {
            for (int turn = 0; turn < 3; turn++) {
                for (TestServer server : List.of(one, two)) {
                    byte[] plan = EventCodec.encodePlan(List.of(TestServer.station("B-" + turn)));
                    assertThat(server.post("/api/v1/plan", "application/json", plan).statusCode())
                            .isEqualTo(200);
                }
            }
            assertThat(two.feed(0, 100).bodies()).hasSize(18);
            assertThat(one.feed(18, 100).header().last()).isEqualTo(18);
            assertThat(one.server().generation()).isEqualTo(two.server().generation());
        }
    }

    @Test
    void SY_3_a_fork_that_one_saw_is_shown_by_the_other() throws Exception {
        try (TestServer one = server("one").plan();
                TestServer two = server("two")) {
            TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 1);
            one.push(bench.all());
            TestBench other = new TestBench("BENCH-1").raw(bench.bodies().getFirst());
            other.complete("A", 2);
            assertThat(two.tryPush("BENCH-1", other.all()).statusCode()).isEqualTo(409);
            String shown = "";
            for (int time = 0; time < 1_000 && !shown.contains("FORK"); time++) {
                shown = new String(one.get("/api/v1/exceptions").body(), UTF_8);
            }
            assertThat(shown).contains("FORK");
        }
    }

    @Test
    void SY_3_a_live_stream_hears_of_what_came_to_the_other_server() throws Exception {
        try (TestServer one = server("one").plan();
                TestServer two = server("two");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(two.uri("/api/v1/live?after=6"))
                            .header("Accept", "text/event-stream")
                            .build();
            try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
                CountDownLatch heard = new CountDownLatch(1);
                Thread.startVirtualThread(() ->
                        lines.filter(line -> line.contains("\"position\":7"))
                                .findFirst()
                                .ifPresent(line -> heard.countDown()));
                one.push(new TestBench("BENCH-1").start("A").all());
                assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void SY_3_a_store_that_is_put_back_under_running_servers_is_another_life_to_all()
            throws Exception {
        try (TestServer one = server("one").plan();
                TestServer two = server("two")) {
            String before = one.server().generation();
            TestDatabase.execute(
                    database, "UPDATE head SET generation = 'back', born_at = position");
            TestBench bench = new TestBench("BENCH-1").start("A");
            for (TestServer server : List.of(one, two)) {
                int status = 503;
                for (int time = 0; time < 100 && status == 503; time++) {
                    status = server.tryPush("BENCH-1", bench.all()).statusCode();
                }
                assertThat(status).isEqualTo(200);
                assertThat(server.server().generation()).isEqualTo("back").isNotEqualTo(before);
            }
        }
    }

    @Test
    void SY_3_any_of_them_is_killed_and_nothing_is_lost_or_doubled_and_the_other_goes_on()
            throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        try (Crowd crowd = new Crowd(random)) {
            for (int kill = 0; kill < KILLS; kill++) {
                crowd.pushFor(random.nextInt(400));
                int victim = random.nextInt(2);
                crowd.running.get(victim).kill();
                assertThat(crowd.untilAcknowledgedBy(1 - victim))
                        .as("the other one goes on; seed " + seed + " kill " + kill)
                        .isLessThan(GOES_ON_WITHIN);
                crowd.startAgain(victim);
            }
            crowd.assertNothingIsLostOrDoubled("seed " + seed);
        }
    }

    /** As when a virtual machine is suspended: its connection lives, and so does its claim. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal suspends a process there")
    void SY_3_one_that_hangs_keeps_the_other_no_longer_than_the_database_bears_it()
            throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        try (Crowd crowd = new Crowd(random)) {
            crowd.pushFor(random.nextInt(200, 400));
            crowd.running.get(0).freeze();
            assertThat(crowd.untilAcknowledgedBy(1))
                    .as("the other one goes on; seed " + seed)
                    .isLessThan(GOES_ON_WITHIN);
            crowd.running.get(0).thaw();
            assertThat(crowd.untilAcknowledgedBy(0)).isLessThan(GOES_ON_WITHIN);
            crowd.assertNothingIsLostOrDoubled("seed " + seed);
        }
    }

    /** Two servers as processes, and benches that push to whichever comes to hand. */
    private final class Crowd implements AutoCloseable {

        private final List<ServerProcess> running = new ArrayList<>();
        private final AtomicReferenceArray<URI> servers = new AtomicReferenceArray<>(2);
        private final List<KillTest.Pusher> pushers = new ArrayList<>();
        private final KillTest.Pusher witness = new KillTest.Pusher(PUSHERS + 1);
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Future<?>> pushing = new ArrayList<>();
        private final ExecutorService threads = Executors.newCachedThreadPool();

        Crowd(SplittableRandom random) throws Exception {
            for (int server = 0; server < 2; server++) {
                running.add(process(server));
                servers.set(server, running.get(server).uri());
            }
            for (int number = 1; number <= PUSHERS; number++) {
                KillTest.Pusher pusher = new KillTest.Pusher(number);
                pushers.add(pusher);
                SplittableRandom choice = random.split();
                pushing.add(
                        threads.submit(() ->
                                pusher.runOn(() -> servers.get(choice.nextInt(2)), over::get)));
            }
            pushers.add(witness);
        }

        /** Not a wait for something to happen: the moment of what follows is the random input. */
        void pushFor(long millis) throws InterruptedException {
            assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
        }

        Duration untilAcknowledgedBy(int server) {
            return witness.untilAcknowledged(running.get(server).uri());
        }

        void startAgain(int server) throws Exception {
            running.set(server, process(server));
            servers.set(server, running.get(server).uri());
        }

        void assertNothingIsLostOrDoubled(String where) throws Exception {
            over.set(true);
            for (Future<?> pusher : pushing) {
                pusher.get();
            }
            for (ServerProcess server : running) {
                KillTest.assertHolds(server.uri(), pushers, where);
            }
            assertSameFeed(running.get(0).uri(), running.get(1).uri());
        }

        @Override
        public void close() {
            over.set(true);
            running.forEach(ServerProcess::close);
            threads.close();
        }
    }

    private ServerProcess process(int number) throws Exception {
        return ServerProcess.start(directory.resolve("process-" + number), database);
    }

    private static void assertSameFeed(URI one, URI two) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            long after = 0;
            long last = 1;
            while (after < last) {
                List<EventBatch<FeedHeader>> pages = new ArrayList<>();
                for (URI server : List.of(one, two)) {
                    HttpRequest request =
                            HttpRequest.newBuilder(server.resolve("/api/v1/feed?after=" + after))
                                    .build();
                    pages.add(
                            EventBatch.read(
                                    client.send(request, BodyHandlers.ofByteArray()).body(),
                                    FeedHeader.class));
                }
                assertThat(pages.getFirst().bodies())
                        .usingElementComparator(java.util.Arrays::compare)
                        .isEqualTo(pages.getLast().bodies());
                after = pages.getFirst().header().to();
                last = pages.getFirst().header().last();
            }
        }
    }
}
