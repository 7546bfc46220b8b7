package stint.station.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.TaskState;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class LiveStationTest {

    private static final OperatorCode A = new OperatorCode("A");
    private static final TaskId SEW = new TaskId("JT1", 1);

    @TempDir Path directory;
    private StationCore bench;

    @BeforeEach
    void seedAndOpen() throws IOException {
        String hash = Pins.hash("274951".toCharArray());
        SeededFeed.write(
                directory,
                new SystemClocks(),
                List.of(
                        new PlanFact.OperatorRegistered(
                                new Operator(A, "ช่าง A", "th", Role.OPERATOR, null, hash)),
                        new PlanFact.JobReleased(
                                new Job(
                                        "JT1",
                                        "Tote",
                                        Line.OEM,
                                        100,
                                        Job.TOLERANCE_DEFAULT,
                                        List.of(new Task(SEW, "Sew", ProcessMode.BATCH)),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null))));
        bench = open();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private StationCore open() throws IOException {
        return StationCores.open(
                new StationConfig(
                        new StationCode("BENCH-1"),
                        "SITE",
                        directory,
                        null,
                        new SystemClocks(),
                        false));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private Outcome complete(long number, long quantity) {
        return get(bench.submit(number, new Command.Complete(A, SEW, quantity, List.of(), null)));
    }

    private TaskState sewing() {
        return bench.state().floor().task(SEW).orElseThrow();
    }

    @Test
    void SY_1_a_bench_without_a_server_knows_its_plan_and_records() {
        Outcome outcome = complete(bench.newCommand(), 5);

        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        assertThat(sewing().good()).isEqualTo(5);
        assertThat(bench.state().sync().unsent()).isEqualTo(1);
        assertThat(bench.state().sync().unsentSince()).isNotNull();
    }

    @Test
    void EV_2_a_double_tap_is_one_event() {
        long number = bench.newCommand();
        List<CompletableFuture<Outcome>> taps = new ArrayList<>();
        for (int tap = 0; tap < 5; tap++) {
            taps.add(
                    bench.submit(number, new Command.Complete(A, SEW, 1, List.of(), null))
                            .toCompletableFuture());
        }

        assertThat(taps.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(sewing().good()).isEqualTo(1);
    }

    @Test
    void EV_1_what_was_recorded_is_there_after_a_restart_and_numbers_go_on() throws IOException {
        complete(bench.newCommand(), 5);
        bench.close();
        bench = open();
        Outcome second = complete(bench.newCommand(), 6);

        assertThat(sewing().good()).isEqualTo(11);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Recorded.class,
                        recorded ->
                                assertThat(recorded.event().id())
                                        .isEqualTo(new EventId(new StationCode("BENCH-1"), 1, 2)));
    }

    @Test
    void PR_4_a_refusal_records_nothing() {
        Outcome outcome = complete(bench.newCommand(), 106);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.refusal().code())
                                    .isEqualTo(Refusal.TOLERANCE_EXCEEDED);
                            assertThat(refused.refusal().allowed()).isEqualTo(105);
                        });
        assertThat(bench.state().sync().unsent()).isZero();
    }

    @Test
    void ST_1_the_pin_opens_and_wrong_ones_make_the_next_try_wait_also_after_a_restart()
            throws IOException {
        assertThat(get(bench.login(A, "274951".toCharArray())))
                .isInstanceOf(LoginResult.LoggedIn.class);
        for (int tries = 0; tries < 4; tries++) {
            assertThat(get(bench.login(A, "999999".toCharArray())))
                    .isInstanceOf(LoginResult.Rejected.class);
        }
        bench.close();
        bench = open();

        assertThat(get(bench.login(A, "274951".toCharArray())))
                .isInstanceOfSatisfying(
                        LoginResult.Rejected.class,
                        rejected -> {
                            assertThat(rejected.reason()).isEqualTo(LoginResult.Reason.WAIT);
                            assertThat(rejected.delay()).isPositive();
                        });
        assertThat(get(bench.login(new OperatorCode("B"), "274951".toCharArray())))
                .isInstanceOf(LoginResult.Rejected.class);
    }

    @Test
    void after_closing_a_bench_says_so() {
        bench.close();

        assertThat(complete(1, 1)).isEqualTo(new Outcome.Failed(FailureCodes.CLOSED));
    }

    @Test
    void two_processes_cannot_own_one_directory() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(this::open))
                .isInstanceOf(IOException.class);
    }
}
