package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.plan.Role;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.Receipt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A restored server takes back what it once signed, and nothing else (SY-3, SY-4). */
class ReturnedTest {

    private static final String FEED = "/api/v1/feed?after=0&limit=1000";

    @TempDir private Path directory;

    private TestServer server;
    private SigningStation bench;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory.resolve("one"), new SystemClocks()).plan();
        bench = new SigningStation(server, "BENCH-1").enrolled("bench");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EventBatch<FeedHeader> feed() throws Exception {
        return EventBatch.read(bench.get(FEED).body(), FeedHeader.class);
    }

    /** As a bench gives it back. */
    private static EventBatch<PushHeader> given(List<byte[]> bodies, @Nullable Receipt word)
            throws Exception {
        int epoch = StoredEvent.read(bodies.getFirst()).id().epoch();
        Chain chain = new Chain(Hash.ZERO);
        bodies.forEach(chain::append);
        return new EventBatch<>(
                new PushHeader(
                        1,
                        StationCode.SERVER.value(),
                        epoch,
                        1,
                        Hash.ZERO.toString(),
                        chain.head().toString(),
                        bodies.size(),
                        word),
                bodies);
    }

    private int giveBack(SigningStation from, EventBatch<PushHeader> batch) throws Exception {
        String target = "/api/v1/returned";
        byte[] body = batch.toGzip();
        return from.push(target, body, from.header("POST", target, body)).statusCode();
    }

    @Test
    void SY_3_the_restored_server_knows_its_own_signature() throws Exception {
        EventBatch<FeedHeader> read = feed();
        Receipt word = Objects.requireNonNull(read.header().own()).getFirst();
        assertThat(word.sequence()).isEqualTo(read.bodies().size());
        server.stop();

        Path restored = directory.resolve("two");
        Files.createDirectories(restored.resolve("keys"));
        for (String secret : List.of("server.key", "secret", "pepper")) {
            Files.copy(
                    SyncServer.keys(directory.resolve("one")).resolve(secret),
                    SyncServer.keys(restored).resolve(secret));
        }
        server = TestServer.guarded(restored, new SystemClocks());
        SigningStation other = new SigningStation(server, "BENCH-2").enrolled("bench");

        assertThat(giveBack(other, given(read.bodies(), null))).isEqualTo(403);
        assertThat(giveBack(other, given(read.bodies().subList(0, 3), word))).isEqualTo(403);
        assertThat(server.server().picture().floor().jobs()).isEmpty();
        assertThat(giveBack(other, given(read.bodies(), word))).isEqualTo(200);
        assertThat(server.server().picture().floor().jobs()).hasSize(1);
        assertThat(server.server().picture().floor().trust(new StationCode("BENCH-1")))
                .as("it trusts again whom it had enrolled after the backup")
                .isPresent();
    }

    @Test
    void SY_4_no_bench_writes_the_servers_log() throws Exception {
        EventId id = new EventId(StationCode.SERVER, 77, 1);
        Event original = EventCodec.decode(feed().bodies().getFirst());
        Event forged =
                new Event(
                        id,
                        original.site(),
                        null,
                        original.hlc(),
                        original.clock(),
                        0,
                        0,
                        TestServer.person("A", Role.ADMIN));

        assertThat(giveBack(bench, given(List.of(EventCodec.encode(forged)), null))).isEqualTo(403);
        assertThat(server.server().picture().floor().operator(new OperatorCode("A")))
                .hasValueSatisfying(known -> assertThat(known.role()).isEqualTo(Role.OPERATOR));
    }
}
