package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.TrustFact;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.Hash;
import stint.wire.WireJson;
import stint.wire.protocol.ApartView;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.JudgeRequest;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.RevokeRequest;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What becomes of a bench that is trusted no more, and of what it still sends (SY-4). */
class RevocationTest {

    private static final String FEED = "/api/v1/feed?after=0&limit=1000";
    private static final RevokeRequest STOLEN = new RevokeRequest("stolen");

    @TempDir private Path directory;

    private TestServer server;
    private SigningStation bench;
    private final TestBench recorded = new TestBench("BENCH-1").start("A").complete("A", 5);

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
        bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        assertThat(bench.push(recorded.all()).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void revoke() throws Exception {
        server.office("POST", "/api/v1/stations/BENCH-1/revoke", STOLEN);
    }

    private PushReply pushed(EventBatch<PushHeader> batch) throws Exception {
        HttpResponse<byte[]> response = bench.push(batch);
        assertThat(response.statusCode()).isEqualTo(200);
        return WireJson.read(response.body(), PushReply.class);
    }

    private ApartView[] apart() throws Exception {
        return WireJson.read(server.office("GET", "/api/v1/apart", ""), ApartView[].class);
    }

    private void judge(boolean accepted) throws Exception {
        server.office(
                "POST", "/api/v1/apart/BENCH-1/judge", new JudgeRequest(accepted, "looked at it"));
    }

    @Test
    void SY_4_a_revoked_bench_learns_nothing_and_what_it_sends_counts_when_accepted()
            throws Exception {
        revoke();
        recorded.complete("A", 7).complete("A", 1);

        assertThat(bench.get(FEED).statusCode()).isEqualTo(403);
        assertThat(TestServer.problem(bench.get(FEED)).code()).isEqualTo("revoked");
        PushReply reply = pushed(recorded.batch(3, 4));
        assertThat(reply.mark()).isEqualTo(4);
        assertThat(reply.receipt()).isNull();
        assertThat(server.task().good()).isEqualTo(5);
        assertThat(apart()).containsExactly(new ApartView("BENCH-1", "BENCH-1.1.3", "BENCH-1.1.4"));

        judge(true);

        assertThat(server.task().good()).isEqualTo(13);
        assertThat(apart()).isEmpty();
        server.restart();
        assertThat(server.task().good()).isEqualTo(13);
    }

    @Test
    void SY_4_what_is_refused_stays_apart_and_the_log_says_who_and_why() throws Exception {
        revoke();
        recorded.complete("A", 7);
        pushed(recorded.batch(3, 3));
        server.restart();
        assertThat(apart()).hasSize(1);

        judge(false);

        assertThat(server.task().good()).isEqualTo(5);
        assertThat(apart()).isEmpty();
        EventBatch<FeedHeader> feed =
                EventBatch.read(
                        server.as(server.console(), "GET", FEED, new byte[0]).body(),
                        FeedHeader.class);
        List<Fact> trust = new ArrayList<>();
        for (byte[] body : feed.bodies()) {
            Fact fact = EventCodec.decode(body).fact();
            if (fact instanceof TrustFact) {
                trust.add(fact);
            }
        }
        assertThat(trust)
                .hasSize(4)
                .contains(new TrustFact.StationRevoked(bench.code(), "stolen", "console:it"))
                .last()
                .isEqualTo(
                        new TrustFact.HeldApartJudged(
                                EventId.parse("BENCH-1.1.3"),
                                EventId.parse("BENCH-1.1.3"),
                                recorded.hash(3).toString(),
                                false,
                                "looked at it",
                                "console:it"));
    }

    @Test
    void SY_4_the_same_batch_is_kept_apart_once_and_a_gap_is_not_kept() throws Exception {
        revoke();
        recorded.complete("A", 1).complete("A", 1).complete("A", 1);

        assertThat(pushed(recorded.batch(5, 5)).mark()).isEqualTo(2);
        assertThat(pushed(recorded.batch(3, 3)).mark()).isEqualTo(3);
        assertThat(pushed(recorded.batch(3, 3)).mark()).isEqualTo(3);
        assertThat(pushed(recorded.batch(4, 5)).mark()).isEqualTo(5);

        assertThat(apart()).hasSize(2);
    }

    @Test
    void SY_4_a_replaced_bench_has_a_new_key_and_the_old_one_is_judged() throws Exception {
        SigningStation fresh = bench.replaced().enrolled("bench");
        recorded.complete("A", 7);

        assertThat(fresh.get(FEED).statusCode()).isEqualTo(200);
        assertThat(bench.get(FEED).statusCode()).isEqualTo(403);
        pushed(recorded.batch(3, 3));
        assertThat(server.task().good()).isEqualTo(5);

        TestBench afterwards = new TestBench("BENCH-1", 2, Hash.ZERO).complete("A", 1);
        assertThat(fresh.push(afterwards.all()).statusCode()).isEqualTo(200);
        assertThat(server.task().good()).isEqualTo(6);
        judge(true);
        assertThat(server.task().good()).isEqualTo(13);
    }

    @Test
    void SY_4_a_live_stream_ends_with_the_trust() throws Exception {
        String target = "/api/v1/live?after=0";
        HttpResponse<Stream<String>> stream =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(server.uri(target))
                                        .header("Accept", "text/event-stream")
                                        .header(
                                                "Authorization",
                                                bench.header("GET", target, new byte[0]))
                                        .build(),
                                HttpResponse.BodyHandlers.ofLines());
        CompletableFuture<Long> lines = CompletableFuture.supplyAsync(() -> stream.body().count());

        revoke();

        assertThat(lines.get(20, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void SY_4_an_offer_that_was_not_used_is_revoked_too() throws Exception {
        SigningStation other = new SigningStation(server, "BENCH-2");
        String code = other.offer("bench");
        server.office("POST", "/api/v1/stations/BENCH-2/revoke", STOLEN);

        assertThat(other.enrol(code).statusCode()).isEqualTo(403);
    }
}
