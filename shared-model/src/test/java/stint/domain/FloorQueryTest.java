package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.floor.FloorFold;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.work.FloorView;
import stint.domain.work.Histories;
import stint.domain.work.PieceTime;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.WorkTime;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can be asked of a floor, the same of the fold and of its picture (OS-11, SN-5). */
class FloorQueryTest {

    private static final String B1 = "BENCH-1";
    private static final OperatorCode A = new OperatorCode("A");

    private final TestFloor floor =
            TestFloor.withBenches(B1, "BENCH-2")
                    .job("JT3", 5, ProcessMode.PIECE, "Sew")
                    .job(TestFloor.TICKET, 5, ProcessMode.PIECE, "Sew", "Check")
                    .job("JT1", 5, ProcessMode.BATCH, "Cut");

    private List<FloorView> views() {
        return List.of(floor.server(), floor.server().view());
    }

    @Test
    void jobs_and_tasks_come_by_ticket_and_number() {
        for (FloorView view : views()) {
            assertThat(view.jobs())
                    .extracting(Job::ticket)
                    .containsExactly("JT1", TestFloor.TICKET, "JT3");
            assertThat(view.tasks())
                    .extracting(TaskState::id)
                    .containsExactly(
                            new TaskId("JT1", 1),
                            TestFloor.task(1),
                            TestFloor.task(2),
                            new TaskId("JT3", 1));
            for (Job job : view.jobs()) {
                assertThat(view.job(job.ticket())).contains(job);
                assertThat(view.flow(job.ticket())).isPresent();
                job.tasks()
                        .forEach(task ->
                                assertThat(view.task(task.id()).orElseThrow().task())
                                        .isEqualTo(task));
            }
            assertThat(view.job("JT2")).isEmpty();
            assertThat(view.flow("JT2")).isEmpty();
            assertThat(view.task(new TaskId("JT2", 1))).isEmpty();
            assertThat(view.task(new TaskId("JT1", 2))).isEmpty();
        }
    }

    @Test
    void people_stations_and_reasons_come_by_code() {
        floor.plan(reason("stitch", Reason.Kind.SCRAP));
        floor.plan(reason("meal", Reason.Kind.HOLD));
        floor.plan(reason("break", Reason.Kind.HOLD));
        for (FloorView view : views()) {
            assertThat(view.operators())
                    .extracting(operator -> operator.code().value())
                    .containsExactly("A", "B", "C", "D", "S");
            assertThat(view.operator(A).map(Operator::code)).contains(A);
            assertThat(view.operator(new OperatorCode("Z"))).isEmpty();
            assertThat(view.stations())
                    .extracting(station -> station.code().value())
                    .containsExactly(B1, "BENCH-2");
            assertThat(view.station(new StationCode(B1)).map(Station::secondStart))
                    .contains(SecondStartPolicy.SWITCH);
            assertThat(view.station(new StationCode("BENCH-9"))).isEmpty();
            assertThat(view.reasons(Reason.Kind.HOLD))
                    .extracting(Reason::code)
                    .containsExactly("break", "meal");
        }
    }

    private static PlanFact reason(String code, Reason.Kind kind) {
        return new PlanFact.ReasonDefined(new Reason(code, kind, Map.of("en", code)));
    }

    @Test
    void EV_4_the_newest_plan_holds_in_whatever_order_it_comes() {
        floor.at("08:00").person("A", Role.SUPERVISOR);
        floor.at("09:00").person("A", Role.PLANNER);
        floor.at("09:00").job("JT1", 7, ProcessMode.BATCH, "Cut");
        FloorFold reversed = new FloorFold();
        floor.feed().reversed().forEach(event -> assertThat(reversed.apply(event)).isTrue());
        floor.feed().forEach(event -> assertThat(reversed.apply(event)).isFalse());

        assertThat(reversed.operator(A).map(Operator::role)).contains(Role.PLANNER);
        assertThat(reversed.job("JT1").map(Job::target)).contains(7);
        assertThat(reversed.task(new TaskId("JT1", 1)).map(TaskState::target)).contains(7);
    }

    @Test
    void OS_11_open_sessions_come_active_before_paused_and_newest_first() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("08:10").accept("BOTH", TestFloor.starting("A", 2, null));
        floor.at("08:20").accept("BOTH", starting("JT1", SecondStart.PARALLEL));
        floor.at("08:25").accept("BOTH", starting("JT3", SecondStart.PARALLEL));
        floor.at("08:30").hold("BOTH", "A", 2);
        floor.at("08:40").hold("BOTH", "A", 1);
        for (FloorView view : views()) {
            assertThat(view.openSessions(A))
                    .extracting(session -> session.core().task())
                    .containsExactly(
                            new TaskId("JT3", 1),
                            new TaskId("JT1", 1),
                            TestFloor.task(2),
                            TestFloor.task(1));
            assertThat(view.openSessions(new OperatorCode("B"))).isEmpty();
            assertThat(Histories.current(view, A).map(session -> session.core().task().ticket()))
                    .contains("JT3");
            assertThat(Histories.current(view, new OperatorCode("B"))).isEmpty();
        }
    }

    private static stint.domain.work.Command starting(String ticket, SecondStart choice) {
        return new stint.domain.work.Command.Start(A, new TaskId(ticket, 1), choice, null, null);
    }

    @Test
    void OS_11_sessions_that_began_together_come_in_the_order_of_their_events() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.accept("BOTH", TestFloor.starting("A", 2, null));
        floor.at("08:10").start(B1, "B", 1);
        for (FloorView view : views()) {
            List<Session> open = view.openSessions(A);
            assertThat(open).extracting(session -> session.core().id()).isSorted().hasSize(2);
            assertThat(Histories.ofOperator(view, A, null, 10, 0)).isEqualTo(open);
            assertThat(Histories.ofOperator(view, A, "active", 10, 1)).hasSize(1);
            assertThat(Histories.ofOperator(view, A, "paused", 10, 0)).isEmpty();
            assertThat(Histories.ofOperator(view, A, null, 0, 0)).isEmpty();
        }
    }

    @Test
    void SN_5_a_serial_that_several_jobs_have_is_told_job_by_job() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:20").pieces(B1, "A", 1, "SN002");
        floor.at("09:00").pieces("BENCH-2", "B", 2, "SN002");
        for (FloorView view : views()) {
            assertThat(Histories.ofSerial(view, new Serial("SN002")))
                    .extracting(PieceTime::task)
                    .containsExactly(TestFloor.task(1), TestFloor.task(2));
            assertThat(Histories.ofSerial(view, new Serial("SN001"))).isEmpty();
            assertThat(Histories.ofSerial(view, new Serial("SN009"))).isEmpty();
        }
    }

    @Test
    void PR_2_who_works_and_who_pauses_is_counted() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:00").start("BENCH-2", "B", 1);
        floor.at("08:10").hold(B1, "A", 1);

        assertThat(floor.state(1).active()).isEqualTo(1);
        assertThat(floor.state(1).paused()).isEqualTo(1);
    }

    @Test
    void OS_8_minutes_of_an_open_session_run_until_now_and_not_before_it_began() {
        Event start = floor.at("08:00").start(B1, "A", 1);
        List<Session> sessions = floor.state(1).sessions();

        assertThat(WorkTime.of(sessions, start.time().plusSeconds(60)).get(start.id()).elapsed())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(WorkTime.of(sessions, start.time().minusSeconds(60)).get(start.id()).elapsed())
                .isZero();
    }
}
