package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.StationUse;
import stint.installer.ServerClient;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.core.SyncReport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Real benches at a real server that answers only whom it knows (SY-4). */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class EnrolledBenchTest {

    private static final StationCode CODE = new StationCode("BENCH-1");
    private static final OperatorCode OPERATOR = new OperatorCode("A");

    @TempDir private Path directory;

    private SyncServer server;
    private ServerClient console;

    @BeforeEach
    void start() throws Exception {
        startServer(0);
        console.plan(
                List.of(
                        new PlanFact.OperatorRegistered(
                                new Operator(OPERATOR, "A", "en", Role.OPERATOR, null, null))));
    }

    private void startServer(int port) throws Exception {
        server =
                SyncServer.start(
                        new ServerConfig(
                                "SITE",
                                "127.0.0.1",
                                port,
                                store(),
                                new SystemClocks(),
                                ServerConfig.Access.REQUIRED));
        console = ServerClient.console(store());
    }

    private Path store() {
        return directory.resolve("server");
    }

    @AfterEach
    void stop() {
        console.close();
        server.close();
    }

    private StationCore bench() throws Exception {
        return StationCores.open(
                new StationConfig(
                        CODE,
                        "SITE",
                        directory.resolve("bench"),
                        server.uri(),
                        new SystemClocks(),
                        false));
    }

    @Test
    void SY_4_a_bench_that_is_not_enrolled_works_on_and_says_so() throws Exception {
        try (StationCore core = bench()) {
            SyncReport report = core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);

            assertThat(report.complete()).isFalse();
            assertThat(core.state().sync().denial()).isEqualTo("not_authenticated");
        }

        console.enrol(CODE, StationUse.BENCH, directory.resolve("bench"));
        try (StationCore core = bench()) {
            assertThat(core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS).complete())
                    .isTrue();
            assertThat(core.state().sync().denial()).isNull();
            assertThat(core.state().floor().operator(OPERATOR)).isPresent();
        }
    }

    @Test
    void SY_4_an_identity_is_its_users_alone_and_of_one_station() throws Exception {
        Path data = directory.resolve("bench");
        console.enrol(new StationCode("BENCH-2"), StationUse.BENCH, data);

        assertThatThrownBy(this::bench).hasMessageContaining("enrolled as BENCH-2");
        assertThat(Files.getPosixFilePermissions(data.resolve("identity/station.key")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void SY_4_a_bench_delivers_to_the_same_server_after_its_restart() throws Exception {
        console.enrol(CODE, StationUse.BENCH, directory.resolve("bench"));
        try (StationCore core = bench()) {
            assertThat(core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS).complete())
                    .isTrue();
            int port = server.port();
            stop();
            startServer(port);

            assertThat(core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS).complete())
                    .isTrue();
        }
    }
}
