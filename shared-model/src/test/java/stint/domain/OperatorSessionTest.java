package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.TestFloor.starting;

import org.junit.jupiter.api.Test;

import stint.domain.event.SecondStart;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.Session;
import stint.domain.work.Session.Cause;

import java.time.Duration;

/** DOMAIN §4, rule by rule. */
class OperatorSessionTest {

    private static final String B1 = "BENCH-1";
    private static final String B2 = "BENCH-2";

    private final TestFloor floor =
            TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Cut", "Sew", "Pack");

    @Test
    void OS_1_one_open_session_per_operator_and_task_and_others_never_interfere() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:01").start(B1, "B", 1);
        floor.at("08:02").start(B2, "C", 1);
        floor.at("09:00").hold(B1, "B", 1);
        floor.at("09:10").complete(B1, "A", 1, 5);

        assertThat(floor.state(1).sessions()).hasSize(3);
        assertThat(floor.session("A", 1).core().good()).isEqualTo(5);
        assertThat(floor.session("B", 1)).isInstanceOf(Session.Paused.class);
        assertThat(floor.session("C", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.session("C", 1).core().good()).isZero();
    }

    @Test
    void OS_2_start_on_an_active_session_changes_nothing() {
        floor.at("08:00").start(B1, "A", 1);
        Session before = floor.session("A", 1);
        floor.at("08:30").start(B1, "A", 1);

        assertThat(floor.session("A", 1)).isEqualTo(before);
    }

    @Test
    void OS_2_start_on_a_paused_session_resumes_it() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").hold(B1, "A", 1);
        floor.at("08:25").start(B1, "A", 1);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.session("A", 1).core().paused()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void OS_3_hold_on_a_paused_session_changes_nothing() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").hold(B1, "A", 1);
        Session before = floor.session("A", 1);
        floor.at("08:20").hold(B1, "A", 1);

        assertThat(floor.session("A", 1)).isEqualTo(before);
        assertThat(before)
                .isInstanceOfSatisfying(
                        Session.Paused.class,
                        paused -> assertThat(paused.reason()).isEqualTo("break"));
    }

    @Test
    void OS_3_hold_without_a_session_is_refused_at_the_bench() {
        assertThat(
                        floor.refuse(
                                        B1,
                                        new Command.Hold(
                                                new stint.domain.event.OperatorCode("A"),
                                                TestFloor.task(1),
                                                null))
                                .code())
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void OS_4_pauses_add_up_exactly_and_resume_without_a_pause_changes_nothing() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00:00").hold(B1, "A", 1);
        floor.at("09:00:40").resume(B1, "A", 1);
        floor.at("10:00:00").hold(B1, "A", 1);
        floor.at("10:00:35").resume(B1, "A", 1);
        floor.at("10:30:00").resume(B1, "A", 1);

        assertThat(floor.session("A", 1).core().paused()).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void OS_4_resume_without_a_session_creates_one() {
        floor.at("08:00").resume(B1, "A", 1);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
    }

    @Test
    void OS_5_complete_adds_and_never_closes() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").complete(B1, "A", 1, 10);
        floor.at("09:00").complete(B1, "A", 1, 15);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.session("A", 1).core().good()).isEqualTo(25);
    }

    @Test
    void OS_5_complete_without_a_session_creates_one() {
        floor.at("08:00").complete(B1, "A", 1, 1);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.state(1).good()).isEqualTo(1);
    }

    @Test
    void OS_5_complete_on_a_paused_session_adds_and_leaves_it_paused() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").hold(B1, "A", 1);
        floor.at("08:20").complete(B1, "A", 1, 3);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Paused.class);
        assertThat(floor.session("A", 1).core().good()).isEqualTo(3);
    }

    @Test
    void OS_6_scrap_is_shown_and_never_good() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").scrap(B1, "A", 1, 5);

        assertThat(floor.state(1).scrap()).isEqualTo(5);
        assertThat(floor.state(1).good()).isZero();
        assertThat(floor.session("A", 1).core().scrap()).isEqualTo(5);
    }

    @Test
    void OS_7_a_session_closes_when_its_operator_starts_another_task() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").start(B1, "A", 2);

        assertThat(floor.session("A", 1))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> assertThat(closed.cause()).isEqualTo(Cause.OTHER_TASK));
        assertThat(floor.session("A", 2)).isInstanceOf(Session.Active.class);
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void OS_7_a_session_closes_when_its_operator_ends_it_and_the_next_start_opens_a_new_one() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").endSession(B1, "A", 1);
        floor.at("10:00").start(B1, "A", 1);

        assertThat(floor.sessions("A", 1)).hasSize(2);
        assertThat(floor.sessions("A", 1).getFirst().status()).isEqualTo("completed");
        assertThat(floor.sessions("A", 1).getLast().status()).isEqualTo("active");
    }

    @Test
    void OS_7_cancelling_a_task_cancels_its_open_sessions_and_their_pieces_count_no_more() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").complete(B1, "A", 1, 4);
        floor.at("08:31").endSession(B1, "A", 1);
        floor.at("08:40").start(B1, "B", 1);
        floor.at("08:50").complete(B1, "B", 1, 7);
        floor.at("09:00").cancel(1);

        assertThat(floor.session("A", 1).status()).isEqualTo("completed");
        assertThat(floor.session("B", 1).status()).isEqualTo("cancelled");
        assertThat(floor.state(1).good()).isEqualTo(4);
        assertThat(floor.refuse(B1, starting("A", 1, null)).code()).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void OS_8_a_second_start_names_the_open_session_before_it_is_answered() {
        var first = floor.at("08:00").start(B1, "A", 1);
        var refused = floor.at("09:00").refuse(B1, starting("A", 2, null));

        assertThat(refused.code()).isEqualTo(Refusal.SESSION_OPEN);
        assertThat(refused.open()).isEqualTo(first.id());
    }

    @Test
    void OS_8_hold_the_first_pauses_it() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").accept(B1, starting("A", 2, SecondStart.HOLD));

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Paused.class);
        assertThat(floor.session("A", 2)).isInstanceOf(Session.Active.class);
    }

    @Test
    void OS_8_a_station_may_refuse_whatever_the_answer() {
        floor.bench("STRICT", SecondStartPolicy.REFUSE);
        floor.at("08:00").start("STRICT", "A", 1);

        assertThat(floor.refuse("STRICT", starting("A", 2, SecondStart.SWITCH)).code())
                .isEqualTo(Refusal.SESSION_OPEN);
    }

    @Test
    void OS_8_a_station_may_allow_parallel_tasks() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("08:10").accept("BOTH", starting("A", 2, null));
        floor.at("08:20").accept("BOTH", starting("A", 1, null));

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.session("A", 2)).isInstanceOf(Session.Active.class);
    }

    @Test
    void OS_9_end_of_shift_pauses_all_and_the_next_day_goes_on_in_the_same_session() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("12:00").complete(B1, "A", 1, 30);
        floor.at("17:00").endShift(B1, "A");
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Paused.class);
        floor.at("1+08:00").resume(B1, "A", 1);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.session("A", 1).core().good()).isEqualTo(30);
        assertThat(floor.session("A", 1).core().paused()).isEqualTo(Duration.ofHours(15));
    }

    @Test
    void OS_10_the_later_start_at_another_bench_wins_and_an_exception_is_raised() {
        floor.offline(B1, B2);
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").start(B2, "A", 2);
        floor.at("09:30").complete(B1, "A", 1, 6);
        floor.at("10:00").online(B1, B2);

        assertThat(floor.session("A", 1))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> {
                            assertThat(closed.cause()).isEqualTo(Cause.OTHER_BENCH);
                            assertThat(closed.core().good()).isEqualTo(6);
                            assertThat(
                                            Duration.between(
                                                    closed.core().startedAt(), closed.endedAt()))
                                    .isEqualTo(Duration.ofMinutes(90));
                        });
        assertThat(floor.session("A", 2)).isInstanceOf(Session.Active.class);
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.OPERATOR_TWO_BENCHES);
    }

    @Test
    void OS_10_a_piece_begun_at_the_earlier_bench_does_not_win_the_operator_back() {
        floor.offline(B1, B2);
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").start(B2, "A", 2);
        floor.at("09:30").start(B1, "A", 1);
        floor.at("09:40").resume(B1, "A", 1);
        floor.at("10:00").online(B1, B2);

        assertThat(floor.session("A", 1))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed ->
                                assertThat(
                                                Duration.between(
                                                        closed.core().startedAt(),
                                                        closed.endedAt()))
                                        .isEqualTo(Duration.ofMinutes(100)));
        assertThat(floor.session("A", 2)).isInstanceOf(Session.Active.class);
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.OPERATOR_TWO_BENCHES);
    }

    @Test
    void OS_10_who_goes_on_at_the_first_bench_after_a_pause_is_there_from_then_on() {
        floor.offline(B1, B2);
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").hold(B1, "A", 1);
        floor.at("09:00").start(B2, "A", 2);
        floor.at("09:30").start(B1, "A", 1);
        floor.at("10:00").online(B1, B2);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.session("A", 2))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> assertThat(closed.cause()).isEqualTo(Cause.OTHER_BENCH));
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.OPERATOR_TWO_BENCHES);
    }

    @Test
    void OS_10_on_one_task_the_earlier_bench_opens_nothing_more() {
        floor.offline(B1, B2);
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").start(B2, "A", 1);
        floor.at("09:10").start(B1, "A", 1);
        floor.at("09:20").complete(B1, "A", 1, 2);
        floor.at("09:30").complete(B2, "A", 1, 3);
        floor.at("10:00").online(B1, B2);

        assertThat(floor.sessions("A", 1))
                .extracting(Session::status)
                .containsExactly("completed", "active");
        assertThat(floor.sessions("A", 1))
                .extracting(session -> session.core().good())
                .containsExactly(2L, 3L);
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.OPERATOR_TWO_BENCHES);
    }

    @Test
    void OS_10_a_bench_that_knew_goes_on_in_the_same_session() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").start(B2, "A", 1);

        assertThat(floor.session("A", 1).core().station().value()).isEqualTo(B2);
        assertThat(floor.exceptions()).isEmpty();
    }
}
