package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.TestFloor.completing;
import static stint.domain.TestFloor.naming;
import static stint.domain.TestFloor.starting;
import static stint.domain.TestFloor.undoing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.plan.ProcessMode;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.domain.work.Tolerance;

/** DOMAIN §5, corrections (EV-5) and serials (SN-1, SN-2), rule by rule. */
class ProgressTest {

    private static final String B1 = "BENCH-1";
    private static final String B2 = "BENCH-2";

    private final TestFloor floor =
            TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Sew", "Pack");

    @Test
    void PR_1_good_is_the_sum_over_open_and_closed_sessions() {
        floor.at("08:00").complete(B1, "A", 1, 10);
        floor.at("08:10").endSession(B1, "A", 1);
        floor.at("08:20").complete(B1, "B", 1, 20);
        floor.at("08:30").hold(B1, "B", 1);
        floor.at("08:40").complete(B2, "C", 1, 5);

        assertThat(floor.state(1).good()).isEqualTo(35);
        assertThat(floor.state(1).progress()).isEqualTo(0.35);
    }

    @Test
    void PR_2_one_of_a_hundred_is_one_percent_and_in_progress() {
        assertThat(floor.state(1).status()).isEqualTo(TaskStatus.PENDING);
        floor.at("08:00").complete(B1, "A", 1, 1);
        floor.at("08:10").endSession(B1, "A", 1);

        assertThat(floor.state(1).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(floor.state(1).progress()).isEqualTo(0.01);
    }

    @Test
    void PR_3_done_completes_every_open_session_as_of_the_event_that_reached_the_target() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:00").start(B2, "B", 1);
        floor.at("09:00").hold(B2, "B", 1);
        Event last = floor.at("10:00").complete(B1, "A", 1, 100);

        TaskState state = floor.state(1);
        assertThat(state.status()).isEqualTo(TaskStatus.DONE);
        assertThat(state.doneBy()).isEqualTo(last.id());
        assertThat(state.sessions())
                .allSatisfy(session ->
                        assertThat(session)
                                .isInstanceOfSatisfying(
                                        Session.Completed.class,
                                        closed ->
                                                assertThat(closed.endedAt())
                                                        .isEqualTo(last.time())));
    }

    @Test
    void PR_3_a_void_that_takes_it_back_below_means_it_was_never_done() {
        floor.at("08:00").start(B2, "B", 1);
        floor.at("08:00").start(B1, "A", 1);
        Event last = floor.at("10:00").complete(B1, "A", 1, 100);
        floor.at("10:00:30").undo(B1, "A", last);

        assertThat(floor.state(1).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(floor.state(1).good()).isZero();
        assertThat(floor.state(1).active()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"50,52", "200,210", "1,1", "19,19", "20,21", "100,105", "1000000,1050000"})
    void PR_4_tolerance_is_rounded_down_to_whole_pieces(int target, long goodMax) {
        assertThat(Tolerance.goodMax(target, 500)).isEqualTo(goodMax);
    }

    @Test
    void PR_4_a_bench_says_how_many_are_still_allowed() {
        floor.at("08:00").complete(B1, "A", 1, 99);
        var refused = floor.refuse(B1, completing("A", 1, 7));

        assertThat(refused.code()).isEqualTo(Refusal.TOLERANCE_EXCEEDED);
        assertThat(refused.allowed()).isEqualTo(6);
        assertThat(floor.decide(B1, completing("A", 1, 6)))
                .isInstanceOf(stint.domain.work.Decision.Accepted.class);
    }

    @Test
    void PR_4_a_supervisor_may_override_and_no_exception_is_raised() {
        floor.at("08:00").completeByLeave(B1, "A", 1, 150);

        assertThat(floor.state(1).good()).isEqualTo(150);
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void PR_4_an_operator_cannot_approve() {
        var asOperator = new stint.domain.event.Approval(new OperatorCode("B"), "please");
        var command =
                new Command.Complete(
                        new OperatorCode("A"),
                        TestFloor.task(1),
                        150,
                        java.util.List.of(),
                        asOperator);

        assertThat(floor.refuse(B1, command).code()).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void PR_4_excess_that_benches_could_not_know_of_counts_and_is_raised_once() {
        floor.offline(B1, B2);
        floor.at("08:00").complete(B1, "A", 1, 60);
        floor.at("08:01").complete(B2, "B", 1, 60);
        floor.at("09:00").online(B1, B2);

        assertThat(floor.state(1).good()).isEqualTo(120);
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.OVER_PRODUCTION);
    }

    @Test
    void PR_5_a_task_known_to_be_done_takes_no_start_and_no_complete() {
        floor.at("08:00").complete(B1, "A", 1, 100);

        assertThat(floor.refuse(B2, completing("B", 1, 1)).code()).isEqualTo(Refusal.TASK_DONE);
        assertThat(floor.refuse(B2, starting("B", 1, null)).code()).isEqualTo(Refusal.TASK_DONE);
    }

    @Test
    void PR_5_recorded_by_a_bench_that_did_not_know_it_counts_and_moves_the_end() {
        floor.at("08:00").start(B2, "B", 1);
        floor.offline(B2);
        floor.at("09:00").complete(B1, "A", 1, 100);
        Event late = floor.at("09:30").complete(B2, "B", 1, 3);
        floor.at("10:00").online(B2);

        assertThat(floor.state(1).good()).isEqualTo(103);
        assertThat(floor.session("B", 1))
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> assertThat(closed.endedAt()).isEqualTo(late.time()));
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.AFTER_DONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void OS_5_a_quantity_that_is_none_is_refused(long quantity) {
        assertThat(floor.refuse(B1, completing("A", 1, quantity)).code())
                .isEqualTo(Refusal.QTY_INVALID);
    }

    @Test
    void EV_5_the_recorder_may_undo_for_sixty_seconds_and_a_supervisor_later() {
        Event made = floor.at("08:00:00").complete(B1, "A", 1, 5);

        assertThat(floor.at("08:00:10").refuse(B1, undoing("B", made)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.at("08:01:01").refuse(B1, undoing("A", made)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        floor.at("08:30").undo(B1, "S", made);
        assertThat(floor.state(1).good()).isZero();
        assertThat(floor.refuse(B1, undoing("S", made)).code()).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void EV_5_a_corrected_quantity_counts_and_a_voided_correction_does_not() {
        Event made = floor.at("08:00").complete(B1, "A", 1, 50);
        Event corrected =
                floor.at("08:30")
                        .accept(
                                B1,
                                new Command.Correct(
                                        new OperatorCode("S"), made.id(), 5, "one zero too many"));
        assertThat(floor.state(1).good()).isEqualTo(5);
        floor.at("08:40").undo(B1, "S", corrected);

        assertThat(floor.state(1).good()).isEqualTo(50);
    }

    @Test
    void EV_5_a_voided_start_of_another_task_gives_the_first_session_back() {
        floor.at("08:00").start(B1, "A", 1);
        Event wrong = floor.at("08:10:00").start(B1, "A", 2);
        floor.at("08:10:20").undo(B1, "A", wrong);

        assertThat(floor.session("A", 1)).isInstanceOf(Session.Active.class);
        assertThat(floor.sessions("A", 2)).isEmpty();
    }

    @Test
    void SN_1_piece_mode_names_its_serials_and_batch_mode_does_not() {
        TestFloor pieces = TestFloor.withBenches(B1).job(3, ProcessMode.PIECE, "Sew");

        assertThat(pieces.refuse(B1, completing("A", 1, 1)).code()).isEqualTo(Refusal.QTY_INVALID);
        assertThat(pieces.refuse(B1, naming("A", 1, "SN009")).code())
                .isEqualTo(Refusal.SERIAL_UNKNOWN);
        assertThat(pieces.refuse(B1, naming("A", 1, "SN001", "SN001")).code())
                .isEqualTo(Refusal.SERIAL_DONE);
        assertThat(floor.refuse(B1, naming("A", 1, "SN001")).code()).isEqualTo(Refusal.QTY_INVALID);
    }

    @Test
    void SN_2_the_same_serial_at_two_benches_counts_once_and_the_second_is_an_exception() {
        TestFloor pieces = TestFloor.withBenches(B1, B2).job(3, ProcessMode.PIECE, "Sew");
        pieces.offline(B1, B2);
        pieces.at("08:00").pieces(B1, "A", 1, "SN001");
        pieces.at("08:05").pieces(B2, "B", 1, "SN001", "SN002");
        pieces.at("09:00").online(B1, B2);

        assertThat(pieces.state(1).good()).isEqualTo(2);
        assertThat(pieces.exceptions()).containsExactly(FloorException.Type.DUPLICATE_SERIAL);
    }
}
