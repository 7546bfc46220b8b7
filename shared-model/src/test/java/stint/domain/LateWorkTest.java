package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.TestFloor.starting;
import static stint.domain.TestFloor.task;

import org.junit.jupiter.api.Test;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.SessionRule;
import stint.domain.event.WorkFact;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.work.Command;
import stint.domain.work.FloorException;
import stint.domain.work.Grade;
import stint.domain.work.Session;
import stint.domain.work.Session.Cause;
import stint.domain.work.Watch;
import stint.domain.work.WorkTime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What benches record that did not know what had happened, and what keeps a session alive. */
class LateWorkTest {

    private static final String B1 = "BENCH-1";
    private static final String B2 = "BENCH-2";

    private final TestFloor floor =
            TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Sew", "Pack");

    private static Session.Completed closed(TestFloor floor, String operator) {
        return (Session.Completed) floor.sessions(operator, 1).getLast();
    }

    @Test
    void PR_5_whatever_a_bench_records_on_a_session_that_is_done_moves_its_end() {
        Map<String, Function<TestFloor, Event>> taps =
                Map.of(
                        "hold", late -> late.hold(B2, "B", 1),
                        "resume", late -> late.resume(B2, "B", 1),
                        "start", late -> late.start(B2, "B", 1),
                        "scrap", late -> late.scrap(B2, "B", 1, 1),
                        "complete", late -> late.complete(B2, "B", 1, 1),
                        "end", late -> late.endSession(B2, "B", 1));
        taps.forEach((name, tap) -> {
            TestFloor one = TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Sew");
            one.at("08:00").start(B2, "B", 1);
            one.offline(B2);
            Event reached = one.at("09:00").complete(B1, "A", 1, 100);
            assertThat(closed(one, "B").endedAt()).as(name).isEqualTo(reached.time());
            Event late = tap.apply(one.at("09:30"));
            one.online(B2);

            assertThat(closed(one, "B").endedAt()).as(name).isEqualTo(late.time());
            assertThat(closed(one, "B").cause()).as(name).isEqualTo(Cause.TASK_DONE);
            boolean work = List.of("resume", "start", "complete").contains(name);
            assertThat(one.exceptions())
                    .as(name)
                    .isEqualTo(work ? List.of(FloorException.Type.AFTER_DONE) : List.of());
        });
    }

    @Test
    void PR_5_what_was_recorded_before_the_end_does_not_move_it() {
        floor.at("08:00").start(B2, "B", 1);
        floor.offline(B2);
        floor.clockOff(B2, -Duration.ofHours(1).toMillis());
        Event reached = floor.at("09:00").complete(B1, "A", 1, 100);
        floor.at("09:30").hold(B2, "B", 1);
        floor.online(B2);

        assertThat(closed(floor, "B").endedAt()).isEqualTo(reached.time());
    }

    @Test
    void PR_5_a_start_by_a_bench_that_did_not_know_is_closed_at_once_and_claimed() {
        floor.offline(B2);
        floor.at("09:00").complete(B1, "A", 1, 100);
        Event start = floor.at("09:10").start(B2, "B", 1);
        floor.online(B2);

        assertThat(closed(floor, "B").cause()).isEqualTo(Cause.TASK_DONE);
        FloorException raised = floor.server().exceptions().getFirst();
        assertThat(raised.claims()).containsExactly(start.id());
        assertThat(raised.operator()).isEqualTo(new OperatorCode("B"));
        assertThat(raised.station()).isEqualTo(start.station());
        assertThat(raised.key()).isEqualTo("AFTER_DONE:" + start.id());
    }

    @Test
    void PR_5_a_complete_by_a_bench_that_did_not_know_counts_and_leaves_nobody_open() {
        floor.offline(B2);
        floor.at("09:00").complete(B1, "A", 1, 100);
        Event late = floor.at("09:10").complete(B2, "B", 1, 2);
        floor.online(B2);

        assertThat(closed(floor, "B").core().good()).isEqualTo(2);
        assertThat(floor.state(1).active()).isZero();
        assertThat(floor.server().exceptions().getFirst().claims()).containsExactly(late.id());
        Event byLeave = floor.at("09:20").completeByLeave(B1, "C", 1, 3);
        assertThat(floor.state(1).good()).isEqualTo(105);
        assertThat(closed(floor, "C").endedAt()).isEqualTo(byLeave.time());
        assertThat(floor.server().exceptions()).hasSize(1);
    }

    @Test
    void PR_4_excess_begins_with_the_first_piece_beyond_the_tolerance() {
        floor.offline(B1, B2);
        floor.at("08:00").complete(B1, "A", 1, 60);
        floor.at("08:01").complete(B2, "B", 1, 45);
        floor.online(B1, B2);
        assertThat(floor.state(1).good()).isEqualTo(105);
        assertThat(floor.exceptions()).isEmpty();
        floor.offline(B1);
        floor.force(B1, "A", new WorkFact.Completed(task(1), null, 1, List.of(), null));
        floor.online(B1);

        assertThat(floor.exceptions()).contains(FloorException.Type.OVER_PRODUCTION);
    }

    @Test
    void OS_7_on_a_cancelled_task_nothing_opens_and_nothing_counts() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").complete(B1, "A", 1, 5);
        floor.at("08:20").scrap(B1, "A", 1, 2);
        floor.offline(B1, B2);
        floor.at("08:30").cancel(1);
        floor.at("08:40").start(B2, "B", 1);
        floor.at("08:50").complete(B2, "B", 1, 9);
        floor.at("08:51").scrap(B2, "B", 1, 9);
        floor.at("08:52").complete(B2, "C", 1, 9);
        floor.at("08:55").complete(B1, "A", 1, 9);
        floor.online(B1, B2);

        assertThat(floor.state(1).good()).isZero();
        assertThat(floor.state(1).scrap()).isZero();
        assertThat(floor.state(1).sessions())
                .extracting(Session::status)
                .containsOnly("cancelled")
                .hasSize(3);
        assertThat(floor.session("A", 1).counted()).isZero();
        assertThat(floor.session("A", 1).core().worked())
                .singleElement()
                .satisfies(span ->
                        assertThat(Duration.between(span.from(), span.to()))
                                .isEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void OS_7_whatever_is_recorded_on_a_session_keeps_it_from_growing_stale() {
        Map<String, Consumer<TestFloor>> taps =
                Map.of(
                        "hold", one -> one.hold(B1, "A", 1),
                        "resume", one -> one.resume(B1, "A", 1),
                        "start", one -> one.start(B1, "A", 1),
                        "scrap", one -> one.scrap(B1, "A", 1, 1),
                        "complete", one -> one.complete(B1, "A", 1, 1));
        taps.forEach((name, tap) -> {
            TestFloor one = TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Sew");
            Event start = one.at("08:00").start(B1, "A", 1);
            tap.accept(one.at("3+08:00"));
            Duration week = Duration.ofDays(7);

            assertThat(Watch.stale(one.server(), start.time().plus(week), week)).as(name).isEmpty();
            assertThat(
                            Watch.stale(
                                    one.server(),
                                    start.time().plus(week).plus(Duration.ofDays(3)),
                                    week))
                    .as(name)
                    .hasSize(1);
        });
    }

    @Test
    void OS_7_a_rule_of_time_speaks_of_its_own_session_and_person_only() {
        Event start = floor.at("08:00").start(B1, "A", 1);
        Duration week = Duration.ofDays(7);
        floor.at("9+08:00");
        floor.force(
                B1,
                null,
                new SessionRule.StaleClosed(task(1), new OperatorCode("B"), start.id(), week));
        floor.force(
                B1,
                null,
                new SessionRule.StaleClosed(
                        task(1), new OperatorCode("A"), EventId.parse("B.1.1"), week));
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        floor.force(
                B1,
                null,
                new SessionRule.StaleClosed(task(1), new OperatorCode("A"), start.id(), week));

        assertThat(closed(floor, "A").cause()).isEqualTo(Cause.STALE);
    }

    @Test
    void OS_8_beside_another_task_the_minutes_of_both_are_shared_also_after_a_pause() {
        TestFloor both = TestFloor.withBenches().job(9, ProcessMode.PIECE, "Sew", "Check");
        both.bench("BOTH", SecondStartPolicy.PARALLEL);
        both.at("08:00").start("BOTH", "A", 2);
        both.at("08:10").hold("BOTH", "A", 2);
        both.at("08:20").start("BOTH", "A", 1);
        both.at("08:30")
                .accept("BOTH", new Command.Resume(new OperatorCode("A"), task(2), null, null));
        both.at("08:50").pieces("BOTH", "A", 1, "SN001");
        both.at("08:55").pieces("BOTH", "A", 2, "SN001");

        assertThat(both.state(1).pieces().get(new Serial("SN001")).grade())
                .isEqualTo(Grade.ALLOCATED);
        assertThat(both.state(2).pieces().get(new Serial("SN001")).grade())
                .isEqualTo(Grade.ALLOCATED);
        assertThat(both.state(1).active() + both.state(2).active()).isEqualTo(2);
    }

    @Test
    void OS_8_the_second_of_two_tasks_is_shared_from_its_start() {
        TestFloor both = TestFloor.withBenches().job(9, ProcessMode.PIECE, "Sew", "Check");
        both.bench("BOTH", SecondStartPolicy.PARALLEL);
        both.at("08:00").start("BOTH", "A", 1);
        both.at("08:10").accept("BOTH", starting("A", 2, null));
        both.at("08:40").pieces("BOTH", "A", 2, "SN001");

        assertThat(both.state(2).pieces().get(new Serial("SN001")).grade())
                .isEqualTo(Grade.ALLOCATED);
    }

    @Test
    void OS_9_the_end_of_the_shift_ends_the_stretch_of_work_of_every_active_session() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("09:00").accept("BOTH", starting("A", 2, null));
        Event end = floor.at("10:00").endShift("BOTH", "A");

        for (int task : List.of(1, 2)) {
            assertThat(floor.session("A", task))
                    .isInstanceOfSatisfying(
                            Session.Paused.class,
                            paused -> {
                                assertThat(paused.since()).isEqualTo(end.time());
                                assertThat(paused.reason()).isNull();
                            });
        }
        List<Session> sessions = List.of(floor.session("A", 1), floor.session("A", 2));
        Map<EventId, WorkTime> times = WorkTime.of(sessions, end.time().plusSeconds(3600));
        assertThat(times.get(sessions.getFirst().core().id()))
                .isEqualTo(new WorkTime(Duration.ofMinutes(120), Duration.ofMinutes(90)));
    }

    @Test
    void EV_3_what_ends_or_holds_nothing_has_no_effect() {
        floor.at("08:00");
        floor.force(B1, "A", new WorkFact.Held(task(1), null, "break"));
        floor.force(B1, "A", new WorkFact.SessionEnded(task(1), null));
        floor.force(B1, null, new WorkFact.Started(task(1), null, null, List.of(), null, null));

        assertThat(floor.state(1).sessions()).isEmpty();
    }

    @Test
    void DP_4_who_sends_pieces_back_has_a_session_there_that_moves_with_it() {
        TestFloor line = TestFloor.withBenches(B1, B2).job(2, ProcessMode.PIECE, "Sew", "Check");
        line.at("08:00").pieces(B1, "A", 1, "SN001");
        Event back = line.at("08:10").accept(B2, sendingBack());

        assertThat(line.session("B", 2)).isInstanceOf(Session.Active.class);
        assertThat(line.state(2).lastRecorded().get(back.id())).isEqualTo(back.time());
        Event again = line.at("08:30").force(B2, "B", sentBack(back.id()));
        assertThat(line.state(2).lastRecorded().get(back.id())).isEqualTo(again.time());
        line.at("08:40").endSession(B2, "B", 2);
        Event late = line.at("08:50").force(B2, "B", sentBack(back.id()));
        assertThat(line.session("B", 2))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> assertThat(closed.endedAt()).isEqualTo(late.time()));
    }

    private static Command.SendBack sendingBack() {
        return new Command.SendBack(
                new OperatorCode("B"), task(2), List.of(new Serial("SN001")), 1, "stitch");
    }

    private static WorkFact.SentBack sentBack(EventId session) {
        return new WorkFact.SentBack(task(2), session, List.of(new Serial("SN001")), 1, "stitch");
    }

    @Test
    void EV_5_a_void_of_a_void_gives_back_and_a_void_of_that_takes_again() {
        Event made = floor.at("08:00").complete(B1, "A", 1, 5);
        Event first = floor.at("08:10").undo(B1, "S", made);
        assertThat(floor.state(1).good()).isZero();
        Event second = floor.at("08:20").undo(B1, "S", first);
        assertThat(floor.state(1).good()).isEqualTo(5);
        floor.at("08:30").undo(B1, "S", second);
        assertThat(floor.state(1).good()).isZero();
    }

    @Test
    void EV_5_a_void_can_not_be_voided_by_what_came_before_it() {
        Event made = floor.at("08:00").complete(B1, "A", 1, 5);
        EventId later = new EventId(made.station(), 1, made.id().sequence() + 2);
        floor.at("08:10").force(B1, "S", new Correction.Voided(later, "too early"));
        Event undo = floor.at("08:20").undo(B1, "S", made);

        assertThat(undo.id()).isEqualTo(later);
        assertThat(floor.state(1).good()).isZero();
    }
}
