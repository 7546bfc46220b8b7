package stint.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.StationUse;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A bench without a network: its events travel on a stick, and the receipts come back (SY-5). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CarryCommandsTest {

    private static final StationCode BENCH = new StationCode("BENCH-7");
    private static final OperatorCode WHO = new OperatorCode("A");
    private static final TaskId TASK = new TaskId("JT1", 1);

    @TempDir private Path directory;

    private SyncServer server;
    private ServerClient console;
    private Path stick;
    private final Typed typed = new Typed();
    private final StringWriter out = typed.out();
    private final StringWriter err = typed.err();

    @BeforeEach
    void start() throws Exception {
        server = server(directory.resolve("server"));
        console = ServerClient.console(directory.resolve("server"));
        console.plan(plan());
        console.enrol(BENCH, StationUse.BENCH, bench());
        stick = Files.createDirectory(directory.resolve("stick"));
        try (StationCore core = open(server.uri())) {
            core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    private static SyncServer server(Path store) {
        return SyncServer.start(
                new ServerConfig(
                        "SITE",
                        "127.0.0.1",
                        0,
                        store,
                        new SystemClocks(),
                        ServerConfig.Access.REQUIRED));
    }

    private static List<PlanFact> plan() {
        return List.of(
                new PlanFact.OperatorRegistered(
                        new Operator(WHO, "A", "en", Role.OPERATOR, null, null)),
                new PlanFact.JobReleased(
                        new Job(
                                TASK.ticket(),
                                "Tote",
                                Line.OEM,
                                10_000,
                                Job.TOLERANCE_DEFAULT,
                                List.of(new Task(TASK, "Sew", ProcessMode.BATCH)),
                                List.of(),
                                List.of(),
                                null,
                                null)));
    }

    @AfterEach
    void stop() {
        console.close();
        server.close();
    }

    private Path bench() {
        return directory.resolve("station-" + BENCH);
    }

    private StationCore open(URI at) throws Exception {
        return StationCores.open(
                new StationConfig(BENCH, "SITE", bench(), at, new SystemClocks(), false));
    }

    private void record(int completes) throws Exception {
        try (StationCore core = open(null)) {
            for (int count = 0; count < completes; count++) {
                Command complete = new Command.Complete(WHO, TASK, 1, List.of(), null);
                assertThat(core.submit(core.newCommand(), complete).toCompletableFuture().join())
                        .isInstanceOf(Outcome.Recorded.class);
            }
        }
    }

    private int run(String... args) {
        return typed.run(List.of("--data", directory.toString()), args);
    }

    private Path exported() {
        assertThat(run("export", "--code", BENCH.value(), stick.toString()))
                .as(err.toString())
                .isZero();
        return stick.resolve("BENCH-7.stint");
    }

    private long good() {
        return server.picture().floor().task(TASK).orElseThrow().good();
    }

    @Test
    void SY_5_events_travel_by_stick_and_their_receipts_come_back() throws Exception {
        record(1_100);
        Path file = exported();
        assertThat(out.toString()).contains("1100 events of BENCH-7");

        assertThat(run("import", file.toString())).as(err.toString()).isZero();
        assertThat(good()).isEqualTo(1_100);
        assertThat(run("import", file.toString())).as("twice changes nothing").isZero();
        assertThat(good()).isEqualTo(1_100);

        Path receipts = stick.resolve("BENCH-7.receipts");
        assertThat(run("import", "--code", BENCH.value(), receipts.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("has all that this bench recorded");
        exported();
        assertThat(out.toString()).as("also after a restart").contains("is empty");

        record(2);
        exported();
        assertThat(out.toString()).contains("2 events of BENCH-7");
        assertThat(run("import", file.toString())).isZero();
        assertThat(good()).isEqualTo(1_102);
    }

    @Test
    void SY_5_what_was_carried_and_what_comes_by_the_network_is_the_same() throws Exception {
        record(5);
        assertThat(run("import", exported().toString())).as(err.toString()).isZero();
        try (StationCore core = open(server.uri())) {
            assertThat(core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS).complete())
                    .isTrue();
            assertThat(core.state().sync().unsent()).isZero();
        }
        assertThat(good()).isEqualTo(5);
    }

    @Test
    void SY_5_a_damaged_file_is_refused_whole_and_says_what_to_do() throws Exception {
        record(1_100);
        Path file = exported();
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut <= 3; cut++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * cut / 4));
            assertThat(run("import", file.toString())).isEqualTo(1);
            assertThat(err.toString())
                    .contains("damaged", "export it again")
                    .doesNotContain("\tat");
        }
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file, flipped);
        assertThat(run("import", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("damaged");
        Files.writeString(file, "a letter");
        assertThat(run("import", "--code", BENCH.value(), file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("holds no receipts");
        assertThat(good()).isZero();
    }

    @Test
    void SY_5_a_file_for_another_site_is_refused() throws Exception {
        Path elsewhere = directory.resolve("elsewhere");
        record(1);
        try (SyncServer other = server(elsewhere.resolve("server"));
                ServerClient theirs = ServerClient.console(elsewhere.resolve("server"))) {
            theirs.plan(plan());
            theirs.enrol(BENCH, StationUse.BENCH, bench());
            Path file = exported();
            assertThat(run("import", file.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("not of this site");
            assertThat(other.picture().floor().task(TASK).orElseThrow().good()).isZero();
        }
        assertThat(good()).isZero();
    }

    @Test
    void SY_5_what_a_revoked_bench_signed_is_kept_apart_and_gets_no_receipt() throws Exception {
        record(3);
        Path file = exported();
        console.revoke(BENCH, "stolen");

        assertThat(run("import", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("trusted no more", "stint apart BENCH-7");
        assertThat(stick.resolve("BENCH-7.receipts")).doesNotExist();
        assertThat(good()).isZero();
        assertThat(run("apart", "BENCH-7", "--accept", "--reason", "recorded before")).isZero();
        assertThat(good()).isEqualTo(3);
    }

    @Test
    void SY_5_receipts_of_another_bench_or_altered_ones_are_refused() throws Exception {
        record(3);
        assertThat(run("import", exported().toString())).as(err.toString()).isZero();
        record(4);
        Path receipts = stick.resolve("BENCH-7.receipts");
        String signed = Files.readString(receipts);
        Files.writeString(receipts, signed.replace("\"mark\":3", "\"mark\":7"));
        assertThat(run("import", "--code", BENCH.value(), receipts.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("altered");
        Files.writeString(receipts, signed.replace("\"sequence\":3", "\"sequence\":7"));
        assertThat(run("import", "--code", BENCH.value(), receipts.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("not signed by the server");
    }
}
