package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.TestFloor.naming;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.work.BatchOutput;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Grade;
import stint.domain.work.PieceTime;
import stint.domain.work.Session;

import java.time.Duration;
import java.util.List;

/** DOMAIN §6: minutes per piece and their grade. */
class PieceTimeTest {

    private static final String B1 = "BENCH-1";

    private final TestFloor floor =
            TestFloor.withBenches(B1, "BENCH-2").job(10, ProcessMode.PIECE, "Sew", "Check");

    private PieceTime piece(String serial) {
        return floor.state(1).pieces().get(new Serial(serial));
    }

    @Test
    void SN_3_the_first_piece_runs_from_the_start_of_the_session() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").pieces(B1, "A", 1, "SN001");

        assertThat(piece("SN001").worked()).isEqualTo(Duration.ofMinutes(30));
        assertThat(piece("SN001").grade()).isEqualTo(Grade.MEASURED);
    }

    @Test
    void SN_3_a_piece_start_begins_the_next_piece_and_pauses_are_left_out() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").pieces(B1, "A", 1, "SN001");
        floor.at("08:35").start(B1, "A", 1);
        floor.at("08:40").hold(B1, "A", 1);
        floor.at("08:50").resume(B1, "A", 1);
        floor.at("09:02").pieces(B1, "A", 1, "SN002");

        assertThat(piece("SN002").worked()).isEqualTo(Duration.ofMinutes(17));
    }

    @Test
    void SN_3_without_a_start_a_piece_runs_from_the_previous_complete() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").pieces(B1, "A", 1, "SN001");
        floor.at("08:50").pieces(B1, "A", 1, "SN002");

        assertThat(piece("SN002").worked()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void SN_3_a_scan_for_a_piece_begins_that_piece_only() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10")
                .accept(
                        B1,
                        new Command.Start(
                                new OperatorCode("A"),
                                TestFloor.task(1),
                                null,
                                new Serial("SN002"),
                                null));
        floor.at("08:20").pieces(B1, "A", 1, "SN001");
        floor.at("08:40").pieces(B1, "A", 1, "SN002");

        assertThat(piece("SN001").worked()).isEqualTo(Duration.ofMinutes(20));
        assertThat(piece("SN002").worked()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void SN_3_several_serials_in_one_complete_share_the_time_equally() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").pieces(B1, "A", 1, "SN001", "SN002", "SN003");

        assertThat(List.of(piece("SN001"), piece("SN002"), piece("SN003")))
                .allSatisfy(piece -> {
                    assertThat(piece.worked()).isEqualTo(Duration.ofMinutes(10));
                    assertThat(piece.grade()).isEqualTo(Grade.ALLOCATED);
                });
    }

    @Test
    void SN_3_a_piece_completed_while_paused_ends_its_time_with_the_pause() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").hold(B1, "A", 1);
        floor.at("08:30").pieces(B1, "A", 1, "SN001");

        assertThat(piece("SN001").worked()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void SN_4_a_piece_nobody_started_is_never_measured() {
        floor.at("08:00").pieces(B1, "A", 1, "SN001");

        assertThat(piece("SN001").grade()).isEqualTo(Grade.AUTO_CLOSED);
    }

    @Test
    void SN_4_a_piece_made_while_two_tasks_run_is_allocated() {
        floor.bench("BOTH", SecondStartPolicy.PARALLEL);
        floor.at("08:00").start("BOTH", "A", 1);
        floor.at("08:10").accept("BOTH", TestFloor.starting("A", 2, null));
        floor.at("08:30").pieces("BOTH", "A", 1, "SN001");

        assertThat(piece("SN001").grade()).isEqualTo(Grade.ALLOCATED);
    }

    @Test
    void SN_4_clocks_that_disagree_give_a_suspect_time_and_never_a_negative_one() {
        floor.at("08:00").start(B1, "A", 1);
        floor.clockOff("BENCH-2", -Duration.ofHours(2).toMillis());
        floor.at("08:30").start("BENCH-2", "A", 1);
        floor.at("08:40").hold("BENCH-2", "A", 1);
        floor.at("09:00").pieces(B1, "A", 1, "SN001");

        assertThat(piece("SN001").worked()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void DP_4_a_piece_sent_back_is_a_new_visit_and_never_new_output() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:30").pieces(B1, "A", 1, "SN001");
        floor.at("09:00").start("BENCH-2", "B", 2);
        assertThat(floor.refuse(B1, naming("A", 1, "SN001")).code()).isEqualTo(Refusal.SERIAL_DONE);
        floor.at("09:10")
                .accept(
                        "BENCH-2",
                        new Command.SendBack(
                                new OperatorCode("B"),
                                TestFloor.task(2),
                                List.of(new Serial("SN001")),
                                1,
                                "stitch"));
        floor.at("09:20").start(B1, "A", 1);
        floor.at("09:30").pieces(B1, "A", 1, "SN001");

        assertThat(floor.state(1).good()).isEqualTo(1);
        assertThat(floor.state(1).rework())
                .singleElement()
                .satisfies(visit -> assertThat(visit.worked()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void PR_3_when_the_last_piece_sent_back_is_made_again_a_done_task_is_left_by_all() {
        TestFloor one = TestFloor.withBenches(B1, "BENCH-2").job(1, ProcessMode.PIECE, "Sew", "QC");
        one.at("08:00").pieces(B1, "A", 1, "SN001");
        one.at("08:10")
                .accept(
                        "BENCH-2",
                        new Command.SendBack(
                                new OperatorCode("B"),
                                TestFloor.task(2),
                                List.of(new Serial("SN001")),
                                1,
                                "stitch"));
        one.at("08:20").start(B1, "A", 1);
        assertThat(one.state(1).active()).isEqualTo(1);
        Event again = one.at("08:30").pieces(B1, "A", 1, "SN001");

        assertThat(one.sessions("A", 1).getLast())
                .isInstanceOfSatisfying(
                        Session.Completed.class,
                        closed -> {
                            assertThat(closed.cause()).isEqualTo(Session.Cause.TASK_DONE);
                            assertThat(closed.endedAt()).isEqualTo(again.time());
                        });
    }

    @Test
    void SN_4_minutes_of_pieces_whose_number_was_corrected_are_never_measured() {
        TestFloor batch = TestFloor.withBenches(B1).job(10, ProcessMode.BATCH, "Cut");
        batch.at("08:00").start(B1, "A", 1);
        Event said = batch.at("08:30").complete(B1, "A", 1, 6);
        batch.at("08:40").complete(B1, "A", 1, 1);
        batch.at("09:00")
                .accept(
                        B1,
                        new Command.Correct(new OperatorCode("S"), said.id(), 5, "one too many"));

        assertThat(batch.state(1).outputs())
                .extracting(BatchOutput::grade)
                .containsExactly(Grade.CORRECTED, Grade.MEASURED);
    }
}
