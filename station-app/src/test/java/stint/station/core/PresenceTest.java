package stint.station.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.Clocks;
import stint.clock.Monotonic;
import stint.clock.SystemClocks;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.Task;
import stint.domain.station.StationSession;
import stint.domain.work.Command;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;
import stint.domain.work.Unfinished;
import stint.station.store.StationRow;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A bench that is there, or was gone (ST-5, ST-6), on clocks that the test moves. */
class PresenceTest {

    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final OperatorCode A = new OperatorCode("A");
    private static final TaskId SEW = new TaskId("JT1", 1);
    private static final Instant EIGHT = Instant.parse("2025-10-30T01:00:00Z");

    @TempDir Path directory;

    private long millis = EIGHT.toEpochMilli();
    private long boot = 1;
    private @Nullable StationCore open;

    @BeforeEach
    void seed() {
        SeededFeed.write(
                directory,
                clocks(9),
                List.of(
                        new PlanFact.OperatorRegistered(
                                new Operator(A, "ช่าง A", "th", Role.OPERATOR, null, null)),
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
        start();
    }

    @AfterEach
    void stop() {
        if (open != null) {
            open.close();
        }
    }

    /** The wall clock and the time since boot move as the test says. */
    private Clocks clocks(long bootNumber) {
        return new SystemClocks(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return Instant.ofEpochMilli(millis);
                    }
                },
                new Monotonic() {
                    @Override
                    public long millis() {
                        return millis;
                    }

                    @Override
                    public long boot() {
                        return bootNumber;
                    }
                });
    }

    /** What starts finds what the last run left, and says at once that it is there. */
    private void start() {
        stop();
        try {
            open =
                    StationCores.open(
                            new StationConfig(BENCH, "SITE", directory, null, clocks(boot), false));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        get(open.beat());
    }

    private StationCore bench() {
        if (open == null) {
            throw new AssertionError("the bench is off");
        }
        return open;
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private Event record(Command command) {
        Outcome outcome = get(bench().submit(bench().newCommand(), command));
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).event();
    }

    private void signOnAndWork() {
        record(new StationCommand.SignOn(A, null));
        record(new StationCommand.SetStatus(A, StationStatus.PRODUCTION, null, null));
        record(new Command.Start(A, SEW, null, null, null));
    }

    /** Time passes and the terminal says that it is there, as it does every 15 s. */
    private void pass(Duration duration) {
        for (Duration left = duration; left.isPositive(); left = left.minusSeconds(15)) {
            millis += 15_000;
            get(bench().beat());
        }
    }

    private Session sewing() {
        return bench().state().floor().openSessions(A).getFirst();
    }

    private StationSession atStation() {
        return bench().state().floor().stationSessions().latest(A, BENCH).orElseThrow();
    }

    @Test
    void ST_5_a_bench_that_is_there_all_day_holds_nothing() {
        signOnAndWork();
        pass(Duration.ofHours(2));

        assertThat(sewing()).isInstanceOf(Session.Active.class);
        assertThat(atStation().open()).isTrue();
        assertThat(bench().state().sync().unsent()).as("heartbeats are no events").isEqualTo(3);
    }

    @Test
    void ST_5_a_bench_that_was_gone_holds_and_ends_as_of_its_last_heartbeat() {
        signOnAndWork();
        pass(Duration.ofMinutes(30));
        Instant last = Instant.ofEpochMilli(millis);
        millis += Duration.ofHours(14).toMillis();
        boot = 2;
        start();

        assertThat(sewing())
                .isInstanceOfSatisfying(
                        Session.Paused.class,
                        paused -> {
                            assertThat(paused.since()).isEqualTo(last);
                            assertThat(paused.reason()).isEqualTo(StationSession.AUTO_ABANDON);
                        });
        assertThat(atStation().end().at()).isEqualTo(last);
        assertThat(atStation().status()).isEqualTo(StationStatus.STOPPED);
        Unfinished unfinished = bench().state().unfinished(A);
        assertThat(unfinished.isEmpty()).isFalse();
        assertThat(unfinished.station()).map(StationSession::abandoned).contains(true);
        List<StationRow> rows = get(bench().stationSessions(10, 0));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().endedBy()).isEqualTo("abandoned");
        assertThat(rows.getFirst().timeline())
                .extracting(StationRow.Line::status)
                .containsExactly("stopped", "production", "stopped");
        assertThat(rows.getFirst().timeline().getLast().note())
                .isEqualTo(StationSession.AUTO_ABANDON);
    }

    @Test
    void ST_6_a_bench_that_is_back_within_five_minutes_has_lost_nothing() {
        signOnAndWork();
        pass(Duration.ofMinutes(30));
        millis += Duration.ofMinutes(5).toMillis() - 1;
        boot = 2;
        start();

        assertThat(sewing()).isInstanceOf(Session.Active.class);
        assertThat(atStation().open()).isTrue();
        assertThat(atStation().status()).isEqualTo(StationStatus.PRODUCTION);
        record(new Command.Complete(A, SEW, 3, List.of(), null));
        assertThat(atStation().counters().good())
                .as("counters never live in the login")
                .isEqualTo(3);
    }

    @Test
    void ST_5_a_terminal_that_slept_is_as_one_that_was_gone() {
        signOnAndWork();
        pass(Duration.ofMinutes(1));
        Instant last = Instant.ofEpochMilli(millis);
        millis += Duration.ofMinutes(6).toMillis();
        get(bench().beat());

        assertThat(sewing())
                .isInstanceOfSatisfying(
                        Session.Paused.class, paused -> assertThat(paused.since()).isEqualTo(last));
    }

    @Test
    void ST_5_a_tap_after_the_last_heartbeat_is_a_sign_of_life() {
        signOnAndWork();
        millis += 10_000;
        Event tap = record(new Command.Complete(A, SEW, 1, List.of(), null));
        millis += Duration.ofMinutes(10).toMillis();
        boot = 2;
        start();

        assertThat(sewing())
                .isInstanceOfSatisfying(
                        Session.Paused.class,
                        paused -> assertThat(paused.since()).isEqualTo(tap.time()));
    }

    @Test
    void ST_5_a_heartbeat_that_was_cut_in_the_middle_leaves_the_one_before() throws IOException {
        signOnAndWork();
        pass(Duration.ofMinutes(2));
        Instant before = Instant.ofEpochMilli(millis - 15_000);
        bench().close();
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("heartbeat").toFile(), "rw")) {
            long newest = newestPlace(file);
            file.seek(newest + 20);
            file.writeInt(0x5EED);
        }
        millis += Duration.ofMinutes(10).toMillis();
        boot = 2;
        start();

        assertThat(sewing())
                .isInstanceOfSatisfying(
                        Session.Paused.class,
                        paused -> assertThat(paused.since()).isEqualTo(before));
    }

    private static long newestPlace(RandomAccessFile file) throws IOException {
        file.seek(0);
        long first = file.readLong();
        file.seek(4096);
        return file.readLong() > first ? 4096 : 0;
    }

    @Test
    void OS_7_what_nobody_touched_for_a_week_is_closed_by_the_bench_itself() {
        record(new Command.Start(A, SEW, null, null, null));
        record(new Command.Hold(A, SEW, "break"));
        millis += Duration.ofDays(7).toMillis();
        boot = 2;
        start();

        assertThat(bench().state().floor().openSessions(A)).isEmpty();
        assertThat(bench().state().floor().task(SEW).orElseThrow().sessions().getFirst())
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> assertThat(closed.cause()).isEqualTo(Session.Cause.STALE));
    }
}
