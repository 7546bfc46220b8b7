package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.credential.SigningKey;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TrustFact;
import stint.domain.plan.Role;
import stint.domain.plan.StationUse;
import stint.domain.work.FloorView;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who is a station to the server, and who only says so (SY-4). */
class EnrolmentTest {

    private static final String FEED = "/api/v1/feed?after=0&limit=1000";

    @TempDir private Path directory;

    private TestServer server;
    private final TestBench recorded = new TestBench("BENCH-1").start("A").complete("A", 5);

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void SY_4_an_enrolled_bench_pushes_and_reads_and_a_stranger_does_neither() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1").enrolled("bench");

        assertThat(bench.push(recorded.all()).statusCode()).isEqualTo(200);
        assertThat(bench.get(FEED).statusCode()).isEqualTo(200);
        assertThat(server.task().good()).isEqualTo(5);

        assertThat(server.tryPush("BENCH-1", recorded.all()).statusCode()).isEqualTo(401);
        assertThat(server.get(FEED).statusCode()).isEqualTo(401);
        SigningStation stranger = new SigningStation(server, "BENCH-1");
        assertThat(stranger.push(recorded.all()).statusCode()).isEqualTo(401);
    }

    @Test
    void SY_4_a_code_serves_once() throws Exception {
        SigningStation first = new SigningStation(server, "BENCH-1");
        String code = first.offer("bench");

        assertThat(first.enrol(code.toLowerCase(Locale.ROOT).replace("-", " ")).statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> second = new SigningStation(server, "BENCH-1").enrol(code);

        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(first.get(FEED).statusCode()).isEqualTo(200);
    }

    @Test
    void SY_4_a_code_is_valid_for_ten_minutes() throws Exception {
        server.close();
        ShiftedClocks clocks = new ShiftedClocks();
        server = TestServer.guarded(directory, clocks);
        SigningStation bench = new SigningStation(server, "BENCH-1");
        String late = bench.offer("bench");
        clocks.forward(Duration.ofMinutes(10));

        assertThat(bench.enrol(late).statusCode()).isEqualTo(403);

        String inTime = bench.offer("bench");
        clocks.forward(Duration.ofSeconds(590));
        assertThat(bench.enrol(inTime).statusCode()).isEqualTo(200);
    }

    @Test
    void SY_4_a_code_outlives_a_restart_and_is_nowhere_on_the_disk() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1");
        String code = bench.offer("bench");
        server.restart();

        assertThat(bench.enrol(code).statusCode()).isEqualTo(200);
        String plain = code.replace("-", "");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(plain) || bytes.contains(code)).as("%s", file).isFalse();
            }
        }
    }

    @Test
    void SY_4_guessing_codes_becomes_slow() throws Exception {
        SigningStation guesser = new SigningStation(server, "BENCH-1");
        List<Integer> answers = new ArrayList<>();
        for (int guess = 0; guess < 7; guess++) {
            answers.add(guesser.enrol("AAAA-AAA" + (2 + guess)).statusCode());
        }
        assertThat(answers).startsWith(403).endsWith(429);
        assertThat(guesser.enrol(guesser.offer("bench")).statusCode()).isEqualTo(429);
    }

    @Test
    void SY_4_a_wrong_clock_is_told_the_time_and_then_delivers() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        bench.withClockOffBy(-Duration.ofDays(400).toMillis());

        HttpResponse<byte[]> refused = bench.push(recorded.all());
        long time = refused.headers().firstValueAsLong("Stint-Time").orElse(0);
        bench.withClockOffBy(time - System.currentTimeMillis());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(TestServer.problem(refused).code()).isEqualTo("clock");
        assertThat(bench.push(recorded.all()).statusCode()).isEqualTo(200);
    }

    @Test
    void SY_4_what_was_sent_is_not_taken_again_nor_with_another_body() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        String target = "/api/v1/stations/BENCH-1/push";
        byte[] body = recorded.all().toGzip();
        String header = bench.header("POST", target, body);
        byte[] other = recorded.batch(1, 1).toGzip();

        assertThat(bench.push(target, other, header).statusCode()).isEqualTo(401);
        assertThat(bench.push(target, body, header).statusCode()).isEqualTo(401);
        header = bench.header("POST", target, body);
        assertThat(bench.push(target, body, header).statusCode()).isEqualTo(200);
        assertThat(bench.push(target, body, header).statusCode()).isEqualTo(401);

        header = bench.header("GET", FEED, new byte[0]);
        String more = FEED.replace("1000", "999");
        assertThat(server.as(header, "GET", more, new byte[0]).statusCode()).isEqualTo(401);
    }

    @Test
    void SY_4_what_was_sent_is_not_taken_again_after_a_restart() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        String header = bench.header("GET", FEED, new byte[0]);
        assertThat(server.as(header, "GET", FEED, new byte[0]).statusCode()).isEqualTo(200);
        server.restart();

        HttpResponse<byte[]> again = server.as(header, "GET", FEED, new byte[0]);

        assertThat(TestServer.problem(again).code()).isEqualTo("clock");
        assertThat(bench.get(FEED).statusCode()).isEqualTo(200);
    }

    @Test
    void SY_4_a_bench_speaks_for_itself_alone() throws Exception {
        SigningStation other = new SigningStation(server, "BENCH-2").enrolled("bench");

        assertThat(other.push(recorded.all()).statusCode()).isEqualTo(403);
        assertThat(server.task().good()).isZero();
    }

    @Test
    void SY_4_a_board_reads_the_board_and_nothing_else() throws Exception {
        SigningStation board = new SigningStation(server, "WALL-1").enrolled("board");

        assertThat(board.get("/api/v1/board").statusCode()).isEqualTo(200);
        assertThat(board.get(FEED).statusCode()).isEqualTo(403);
        assertThat(board.get("/api/v1/tasks").statusCode()).isEqualTo(403);
    }

    @Test
    void SY_4_what_a_bench_writes_makes_nobody_trusted_and_nobody_a_supervisor() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        StationCode thief = new StationCode("BENCH-9");
        EventId offer = new EventId(new StationCode("BENCH-1"), 1, 1);
        String key = SigningKey.generate().verifying().toString();
        TestBench forged =
                new TestBench("BENCH-1")
                        .record(
                                "A",
                                new TrustFact.StationEnrolled(
                                        thief, StationUse.BENCH, key, offer, "A"))
                        .record("A", TestServer.person("A", Role.ADMIN));

        assertThat(bench.push(forged.all()).statusCode()).isEqualTo(200);

        FloorView floor = server.server().picture().floor();
        assertThat(floor.trust(thief)).isEmpty();
        assertThat(floor.operator(new OperatorCode("A")).orElseThrow().role())
                .isEqualTo(Role.OPERATOR);
    }

    @Test
    void SY_4_an_open_server_still_asks_an_enrolled_bench_for_its_signature() throws Exception {
        server.close();
        server = new TestServer(directory);
        new SigningStation(server, "BENCH-1").enrolled("bench");

        assertThat(server.tryPush("BENCH-1", recorded.all()).statusCode()).isEqualTo(401);
        TestBench unknown = new TestBench("BENCH-2").start("B");
        assertThat(server.tryPush("BENCH-2", unknown.all()).statusCode()).isEqualTo(200);
    }

    @Test
    void theServersSecretsAreItsUsersAlone() throws Exception {
        try (Stream<Path> files = Files.list(SyncServer.keys(directory))) {
            for (Path file : files.toList()) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as("%s", file)
                        .containsExactlyInAnyOrder(
                                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            }
        }
        assertThat(server.as("Stint-Console 00 it", "GET", FEED, new byte[0]).statusCode())
                .isEqualTo(401);
        server.stop();
        assertThat(SyncServer.keys(directory).resolve("console")).doesNotExist();
        server.startAgain();
    }
}
