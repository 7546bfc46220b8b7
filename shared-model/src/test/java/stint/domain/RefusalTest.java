package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.TestFloor.completing;
import static stint.domain.TestFloor.naming;
import static stint.domain.TestFloor.starting;
import static stint.domain.TestFloor.task;
import static stint.domain.TestFloor.undoing;

import org.junit.jupiter.api.Test;

import stint.domain.event.Approval;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.work.Command;
import stint.domain.work.Decision;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Session;

import java.util.Arrays;
import java.util.List;

/** What a bench refuses before it records, and what it does not (EV-3). */
class RefusalTest {

    private static final String B1 = "BENCH-1";
    private static final String B2 = "BENCH-2";

    private final TestFloor floor =
            TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Cut", "Sew");
    private final TestFloor pieces =
            TestFloor.withBenches(B1, B2).job(3, ProcessMode.PIECE, "Sew", "Check", "Pack");

    private static OperatorCode who(String code) {
        return new OperatorCode(code);
    }

    private static Refusal refusal(TestFloor floor, Command command) {
        return floor.refuse(B1, command).code();
    }

    private static Command.Scrap scrapping(String operator, long quantity, String... serials) {
        return new Command.Scrap(
                who(operator),
                task(1),
                quantity,
                Arrays.stream(serials).map(Serial::new).toList(),
                "stitch");
    }

    private static Command.SendBack sendingBack(int from, int to, String... serials) {
        return new Command.SendBack(
                who("B"),
                task(from),
                Arrays.stream(serials).map(Serial::new).toList(),
                to,
                "stitch");
    }

    @Test
    void EV_3_nobody_unknown_and_nothing_unplanned() {
        assertThat(refusal(floor, completing("Z", 1, 1))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, completing("A", 9, 1))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, starting("A", 9, null))).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void OS_6_scrap_is_a_quantity_and_in_piece_mode_may_name_its_pieces() {
        assertThat(refusal(floor, scrapping("A", 0))).isEqualTo(Refusal.QTY_INVALID);
        assertThat(refusal(floor, scrapping("A", 1, "SN001"))).isEqualTo(Refusal.QTY_INVALID);
        assertThat(refusal(floor, scrapping("A", 1_000_001))).isEqualTo(Refusal.QTY_INVALID);
        assertThat(floor.decide(B1, scrapping("A", 1_000_000)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(pieces.refuse(B1, scrapping("A", 0, "SN009")).serial())
                .isEqualTo(new Serial("SN009"));
        assertThat(refusal(pieces, scrapping("A", 0, "SN009"))).isEqualTo(Refusal.SERIAL_UNKNOWN);
        pieces.at("08:00").accept(B1, scrapping("A", 0, "SN001", "SN002"));
        pieces.at("08:10").accept(B1, scrapping("A", 1));
        assertThat(pieces.state(1).scrap()).isEqualTo(3);
        assertThat(pieces.state(1).scrapped())
                .containsExactly(new Serial("SN001"), new Serial("SN002"));
    }

    @Test
    void PR_5_scrap_on_a_done_task_only_from_who_has_a_session_there() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").complete(B1, "A", 1, 100);

        assertThat(refusal(floor, scrapping("A", 1))).isEqualTo(Refusal.TASK_DONE);
        floor.at("09:10").accept(B1, byLeave("A"));
        floor.at("09:20").scrap(B1, "A", 1, 2);
        assertThat(floor.state(1).scrap()).isEqualTo(2);
    }

    private static Command.Start byLeave(String operator) {
        return new Command.Start(
                who(operator), task(1), null, null, new Approval(who("S"), "one more"));
    }

    @Test
    void PR_5_a_start_by_leave_opens_a_session_on_a_done_task_and_an_operator_gives_no_leave() {
        floor.at("08:00").complete(B1, "A", 1, 100);
        Approval own = new Approval(who("B"), "please");

        assertThat(refusal(floor, new Command.Start(who("A"), task(1), null, null, own)))
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, new Command.Resume(who("A"), task(1), null, own)))
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, new Command.Resume(who("A"), task(1), null, null)))
                .isEqualTo(Refusal.TASK_DONE);
        floor.at("08:10").accept(B1, byLeave("A"));
        assertThat(floor.sessions("A", 1).getLast()).isInstanceOf(Session.Active.class);
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void OS_7_only_what_is_open_can_be_ended_and_only_a_supervisor_cancels() {
        Command.Cancel byOperator = new Command.Cancel(who("A"), task(1), "no");
        assertThat(refusal(floor, new Command.EndSession(who("A"), task(1))))
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, byOperator)).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.decide(B1, new Command.Cancel(who("S"), task(1), "no")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void OS_8_at_a_bench_that_refuses_no_complete_scrap_or_return_opens_a_second_session() {
        pieces.bench("STRICT", SecondStartPolicy.REFUSE);
        Event first = pieces.at("08:00").start("STRICT", "B", 1);
        pieces.at("08:10").pieces("STRICT", "B", 1, "SN001");
        for (Command second :
                List.of(
                        naming("B", 2, "SN001"),
                        new Command.Scrap(who("B"), task(2), 1, List.of(), "stitch"),
                        sendingBack(2, 1, "SN001"))) {
            var refused = pieces.refuse("STRICT", second);
            assertThat(refused.code()).isEqualTo(Refusal.SESSION_OPEN);
            assertThat(refused.open()).isEqualTo(first.id());
        }
        pieces.at("08:20").hold("STRICT", "B", 1);
        assertThat(pieces.decide("STRICT", naming("B", 2, "SN001")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void OS_8_an_operator_who_is_at_both_goes_on_at_either_without_a_question() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("08:10").accept("BOTH", starting("A", 2, null));
        floor.at("08:20").accept(B1, starting("A", 1, null));

        assertThat(floor.state(1).active() + floor.state(2).active()).isEqualTo(2);
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void OS_8_at_a_bench_that_allows_both_one_may_still_switch_or_hold() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("08:10").accept("BOTH", starting("A", 2, SecondStart.HOLD));
        assertThat(floor.session("A", 1)).isInstanceOf(Session.Paused.class);
        floor.at("08:20").accept("BOTH", starting("A", 1, SecondStart.SWITCH));

        assertThat(floor.session("A", 2)).isInstanceOf(Session.Completed.class);
    }

    @Test
    void OS_2_the_answer_to_no_question_is_no_answer() {
        floor.at("08:00").accept(B1, starting("A", 1, SecondStart.STAY));

        assertThat(refusal(floor, starting("A", 2, SecondStart.STAY)))
                .isEqualTo(Refusal.SESSION_OPEN);
    }

    @Test
    void SN_1_a_scan_begins_only_a_piece_of_the_job_that_is_not_complete() {
        pieces.at("08:00").pieces(B1, "A", 1, "SN001");
        var unknown = new Command.Start(who("A"), task(1), null, new Serial("SN009"), null);
        var complete = new Command.Start(who("A"), task(1), null, new Serial("SN001"), null);

        assertThat(refusal(pieces, unknown)).isEqualTo(Refusal.SERIAL_UNKNOWN);
        assertThat(refusal(pieces, complete)).isEqualTo(Refusal.SERIAL_DONE);
    }

    @Test
    void DP_4_pieces_go_back_only_to_an_earlier_task_where_they_are_complete() {
        pieces.at("08:00").pieces(B1, "A", 1, "SN001");

        assertThat(refusal(pieces, sendingBack(2, 1))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(pieces, sendingBack(2, 9, "SN001"))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(pieces, sendingBack(2, 0, "SN001"))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(pieces, sendingBack(1, 2, "SN001"))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(pieces, sendingBack(2, 1, "SN002"))).isEqualTo(Refusal.SERIAL_UNKNOWN);
        assertThat(pieces.decide(B1, sendingBack(3, 1, "SN001")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void EV_5_only_a_number_without_names_can_be_corrected_and_only_to_a_number() {
        Event start = floor.at("08:00:00").start(B1, "A", 1);
        Event made = floor.at("08:01:00").complete(B1, "A", 1, 5);
        Event named = pieces.at("08:00:00").pieces(B1, "A", 1, "SN001");

        assertThat(refusal(floor, correcting("A", start.id(), 1))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(pieces, correcting("A", named.id(), 1))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, correcting("A", EventId.parse("B.1.1"), 1)))
                .isEqualTo(Refusal.NOT_ALLOWED);
        for (long wrong : List.of(0L, -1L, 1_000_001L, Long.MAX_VALUE)) {
            assertThat(refusal(floor, correcting("A", made.id(), wrong)))
                    .isEqualTo(Refusal.QTY_INVALID);
        }
        for (long right : List.of(1L, 1_000_000L)) {
            assertThat(floor.decide(B1, correcting("A", made.id(), right)))
                    .isInstanceOf(Decision.Accepted.class);
        }
        floor.at("08:01:30").undo(B1, "A", made);
        assertThat(refusal(floor, correcting("S", made.id(), 1))).isEqualTo(Refusal.NOT_ALLOWED);
    }

    private static Command.Correct correcting(String operator, EventId target, long quantity) {
        return new Command.Correct(who(operator), target, quantity, "counted again");
    }

    @Test
    void EV_5_sixty_seconds_are_sixty_seconds_and_no_plan_is_taken_back() {
        Event made = floor.at("08:00:00").complete(B1, "A", 1, 5);
        Event planned = floor.feed().getFirst();
        assertThat(floor.at("08:01:00").decide(B1, undoing("A", made)))
                .isInstanceOf(Decision.Accepted.class);

        assertThat(floor.pass(1).refuse(B1, undoing("A", made)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, undoing("S", planned))).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void OS_7_only_a_session_closed_for_idleness_is_opened_again() {
        Event ended = floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").endSession(B1, "A", 1);
        Command.Reopen reopen = new Command.Reopen(who("S"), task(1), ended.id(), "why");
        Command.Reopen nothing =
                new Command.Reopen(who("S"), task(1), EventId.parse("B.1.1"), "why");

        assertThat(refusal(floor, reopen)).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(floor, nothing)).isEqualTo(Refusal.NOT_ALLOWED);
    }
}
