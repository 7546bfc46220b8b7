package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.SessionRule;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.Histories;
import stint.domain.work.Session;
import stint.domain.work.Watch;
import stint.domain.work.WorkTime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What time brings about (OS-7, ST-5), the ledger of exceptions (§9), and queries (OS-11, PR-6).
 */
class LedgerTest {

    private static final String B1 = "BENCH-1";
    private static final OperatorCode A = new OperatorCode("A");

    private final TestFloor floor =
            TestFloor.withBenches(B1, "BENCH-2").job(100, ProcessMode.BATCH, "Sew", "Pack");

    private void closeWhatIsStale(Event nowAt) {
        for (SessionRule rule :
                Watch.stale(floor.server(), nowAt.time(), SessionRule.StaleClosed.IDLE_DEFAULT)) {
            floor.force(B1, null, rule);
        }
    }

    @Test
    void EV_1_nothing_changes_by_time_alone_until_somebody_records_what_it_brought_about() {
        floor.at("08:00").start(B1, "A", 1);
        Event muchLater = floor.at("30+08:00").start(B1, "B", 2);
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        closeWhatIsStale(muchLater);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Completed.class);
    }

    @Test
    void OS_7_after_seven_days_a_session_is_closed_as_of_its_last_event_flagged_and_reopened() {
        floor.at("08:00").start(B1, "A", 1);
        Event last = floor.at("09:00").complete(B1, "A", 1, 5);
        Event tooEarly = floor.at("6+09:00").start(B1, "B", 2);
        closeWhatIsStale(tooEarly);
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        Event later = floor.at("7+09:00").complete(B1, "B", 2, 1);
        closeWhatIsStale(later);

        assertThat(floor.session("A", 1))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> {
                            assertThat(closed.cause()).isEqualTo(Session.Cause.STALE);
                            assertThat(closed.endedAt()).isEqualTo(last.time());
                        });
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.STALE_CLOSED);
        EventId session = floor.session("A", 1).core().id();
        Command.Reopen byOperator =
                new Command.Reopen(A, TestFloor.task(1), session, "still at it");
        assertThat(floor.refuse(B1, byOperator).code()).isEqualTo(Refusal.NOT_ALLOWED);
        floor.at("7+10:00")
                .accept(
                        B1,
                        new Command.Reopen(
                                new OperatorCode("S"), TestFloor.task(1), session, "still at it"));
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Paused.class);
        closeWhatIsStale(floor.at("14+09:59").complete(B1, "B", 2, 1));
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Paused.class);
        closeWhatIsStale(floor.at("14+10:00").complete(B1, "B", 2, 1));
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Completed.class);
    }

    @Test
    void EV_3_a_stale_close_has_no_effect_where_a_bench_that_was_away_knew_better() {
        floor.at("08:00").start("BENCH-2", "A", 1);
        floor.offline("BENCH-2");
        floor.at("6+08:00").complete("BENCH-2", "A", 1, 9);
        Event watcher = floor.at("8+08:00").start(B1, "B", 2);
        closeWhatIsStale(watcher);
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Completed.class);
        floor.online("BENCH-2");

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void ST_5_a_terminal_that_was_gone_holds_its_sessions_as_of_its_last_heartbeat() {
        floor.at("08:00").start(B1, "A", 1);
        Event lastSeen = floor.at("08:30").complete(B1, "A", 1, 1);
        Event back = floor.at("09:30").start("BENCH-2", "B", 1);
        List<SessionRule> held =
                Watch.abandoned(
                        floor.server(), new StationCode(B1), lastSeen.clock(), back.clock());
        held.forEach(rule -> floor.force(B1, null, rule));

        assertThat(floor.session("A", 1))
                .isInstanceOfSatisfying(
                        Session.Paused.class,
                        paused -> assertThat(paused.since()).isEqualTo(lastSeen.time()));
        assertThat(floor.session("B", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.AUTO_ABANDON);
    }

    @Test
    void ST_6_a_terminal_that_is_back_within_five_minutes_loses_nothing() {
        floor.at("08:00").start(B1, "A", 1);
        Event lastSeen = floor.at("08:30").complete(B1, "A", 1, 1);
        Event back = floor.at("08:34").start("BENCH-2", "B", 1);

        assertThat(
                        Watch.abandoned(
                                floor.server(),
                                new StationCode(B1),
                                lastSeen.clock(),
                                back.clock()))
                .isEmpty();
    }

    @Test
    void EX_1_an_exception_names_its_claims_and_rule_and_keeps_who_looked() {
        floor.at("08:00").start(B1, "A", 1);
        floor.offline(B1);
        floor.at("09:00").complete("BENCH-2", "B", 1, 100);
        Event late = floor.at("09:30").complete(B1, "A", 1, 1);
        floor.online(B1);
        FloorException raised = floor.server().exceptions().getFirst();
        assertThat(raised.type().rule()).isEqualTo("PR-5");
        assertThat(raised.claims()).containsExactly(late.id());
        assertThat(raised.open()).isTrue();

        floor.at("10:00")
                .accept(
                        B1,
                        new Command.Acknowledge(
                                new OperatorCode("S"), raised.key(), "counted, keep it"));

        assertThat(floor.server().exceptions().getFirst().open()).isFalse();
        FloorException.Acknowledgement looked =
                floor.server().exceptions().getFirst().acknowledged();
        assertThat(looked).isNotNull();
        assertThat(looked.by()).isEqualTo(new OperatorCode("S"));
        assertThat(looked.note()).isEqualTo("counted, keep it");
    }

    @Test
    void EX_2_only_a_supervisor_acknowledges_and_only_what_is_there() {
        floor.offline(B1, "BENCH-2");
        floor.at("09:00").complete("BENCH-2", "B", 1, 70);
        floor.at("09:00").complete(B1, "A", 1, 70);
        floor.online(B1, "BENCH-2");
        String raised = floor.server().exceptions().getFirst().key();

        assertThat(floor.refuse(B1, new Command.Acknowledge(A, raised, "mine")).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        OperatorCode supervisor = new OperatorCode("S");
        assertThat(
                        floor.refuse(B1, new Command.Acknowledge(supervisor, "AFTER_DONE:?", "?"))
                                .code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        Event first =
                floor.at("09:10").accept(B1, new Command.Acknowledge(supervisor, raised, "seen"));
        Event second =
                floor.at("09:20").accept(B1, new Command.Acknowledge(supervisor, raised, "kept"));
        assertThat(remark()).isEqualTo("kept");
        floor.at("09:30").undo(B1, "S", second);
        assertThat(remark()).isEqualTo("seen");
        floor.at("09:40").undo(B1, "S", first);
        assertThat(floor.server().exceptions().getFirst().open()).isTrue();
    }

    private String remark() {
        FloorException.Acknowledgement looked =
                floor.server().exceptions().getFirst().acknowledged();
        return looked == null ? "" : looked.note();
    }

    @Test
    void EX_1_a_hole_in_a_sequence_and_an_unreadable_event_are_shown_and_delay_nothing() {
        floor.server().quarantine(new EventId(new StationCode("BENCH-9"), 1, 1));
        floor.server().quarantine(new EventId(new StationCode("BENCH-9"), 1, 3));
        floor.at("08:00").complete(B1, "A", 1, 2);

        assertThat(floor.state(1).good()).isEqualTo(2);
        assertThat(floor.exceptions())
                .containsExactly(
                        FloorException.Type.SEQUENCE_GAP,
                        FloorException.Type.QUARANTINED,
                        FloorException.Type.QUARANTINED);
    }

    @Test
    void OS_8_parallel_minutes_are_elapsed_and_allocated_and_never_counted_twice() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("08:30").accept("BOTH", TestFloor.starting("A", 2, null));
        floor.at("09:00").hold("BOTH", "A", 2);
        Event end = floor.at("09:30").endSession("BOTH", "A", 1);

        Session first = floor.session("A", 1);
        Session second = floor.session("A", 2);
        Map<EventId, WorkTime> times = WorkTime.of(List.of(first, second), end.time());
        assertThat(times.get(first.core().id()))
                .isEqualTo(new WorkTime(Duration.ofMinutes(90), Duration.ofMinutes(75)));
        assertThat(times.get(second.core().id()))
                .isEqualTo(new WorkTime(Duration.ofMinutes(30), Duration.ofMinutes(15)));
    }

    @Test
    void OS_11_queries_of_a_task_and_an_operator() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").start(B1, "A", 2);
        floor.at("09:30").start("BENCH-2", "B", 2);
        floor.at("09:40").hold(B1, "A", 2);

        assertThat(Histories.ofTask(floor.server(), TestFloor.task(2))).hasSize(2);
        assertThat(Histories.current(floor.server(), A).orElseThrow().core().task())
                .isEqualTo(TestFloor.task(2));
        assertThat(Histories.ofOperator(floor.server(), A, null, 10, 0))
                .extracting(session -> session.core().task().sequence())
                .containsExactly(2, 1);
        assertThat(Histories.ofOperator(floor.server(), A, "completed", 10, 0)).hasSize(1);
        assertThat(Histories.ofOperator(floor.server(), A, null, 1, 1))
                .extracting(session -> session.core().task().sequence())
                .containsExactly(1);
        assertThat(Histories.atWork(floor.server(), TestFloor.task(2)))
                .extracting(Session::status)
                .containsExactly("active", "paused");
    }

    @Test
    void PR_6_whom_we_have_not_heard_is_named() {
        floor.at("08:00").start(B1, "A", 1);
        Event second = floor.at("08:00").start("BENCH-2", "B", 1);
        Instant now = second.time().plus(Duration.ofMinutes(14));
        Map<StationCode, Instant> heard =
                Map.of(new StationCode(B1), now, new StationCode("BENCH-2"), second.time());

        assertThat(Watch.unheard(floor.state(1), heard, now, Duration.ofMinutes(2)))
                .containsExactly(Map.entry(new StationCode("BENCH-2"), second.time()));
    }

    @Test
    void SN_4_a_clock_that_disagrees_is_raised_once_for_its_station() {
        floor.clockOff("BENCH-2", -Duration.ofHours(2).toMillis());
        floor.at("12:00").start(B1, "A", 1);
        floor.at("12:01").start("BENCH-2", "B", 1);
        floor.at("12:05").complete("BENCH-2", "B", 1, 1);

        assertThat(floor.exceptions()).containsExactly(FloorException.Type.CLOCK_SUSPECT);
    }

    @Test
    void SN_4_a_clock_is_suspect_from_more_than_a_minute_on_and_once_for_each_boot() {
        reading(1, 60_000, 1);
        reading(2, -60_000, 1);
        assertThat(floor.exceptions()).isEmpty();
        reading(4, -60_001, 1);
        reading(3, 60_001, 1);
        reading(5, 60_001, 2);

        assertThat(floor.server().exceptions())
                .filteredOn(raised -> raised.type() == FloorException.Type.CLOCK_SUSPECT)
                .extracting(raised -> raised.claims().getFirst().sequence())
                .containsExactly(3L, 5L);
    }

    /** An event of a station whose wall clock is off, and is known to be. */
    private void reading(long sequence, long offsetMillis, long boot) {
        Instant noon = Instant.parse("2025-10-30T05:00:00Z");
        TimeReading clock =
                new TimeReading(
                        noon.minusMillis(offsetMillis), 420, boot, sequence, offsetMillis, 0);
        floor.server()
                .apply(
                        new Event(
                                new EventId(new StationCode("BENCH-7"), 1, sequence),
                                "SITE",
                                A,
                                new Hlc(noon.toEpochMilli(), (int) sequence),
                                clock,
                                0,
                                sequence,
                                new WorkFact.ShiftEnded()));
    }
}
