package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.Grade;
import stint.domain.work.JobFlow;
import stint.domain.work.PieceTime;

import java.util.List;
import java.util.stream.IntStream;

/** DOMAIN §7, DP-4 and DP-7: pieces through the graph. */
class JobFlowTest {

    private static final String B1 = "BENCH-1";
    private static final int CUT = 1;
    private static final int SEW = 2;
    private static final int STRAP = 3;
    private static final int FINISH = 4;

    /** Cut in batch; sew by piece and make straps in batch side by side; finish in batch. */
    private final TestFloor floor = TestFloor.withBenches(B1, "BENCH-2").plan(split(5));

    static PlanFact split(int target) {
        List<Task> tasks =
                List.of(
                        task(CUT, "Cut", ProcessMode.BATCH),
                        task(SEW, "Sew", ProcessMode.PIECE),
                        task(STRAP, "Strap", ProcessMode.BATCH),
                        task(FINISH, "Finish", ProcessMode.BATCH));
        List<Job.Edge> edges =
                List.of(
                        new Job.Edge(CUT, SEW),
                        new Job.Edge(CUT, STRAP),
                        new Job.Edge(SEW, FINISH),
                        new Job.Edge(STRAP, FINISH));
        List<Serial> serials =
                IntStream.rangeClosed(1, target).mapToObj(JobFlowTest::serial).toList();
        return new PlanFact.JobReleased(
                new Job(
                        TestFloor.TICKET,
                        "Tote",
                        Line.ATELIER,
                        target,
                        Job.TOLERANCE_DEFAULT,
                        tasks,
                        edges,
                        serials,
                        null,
                        null));
    }

    private static Task task(int number, String name, ProcessMode mode) {
        return new Task(TestFloor.task(number), name, mode);
    }

    private static Serial serial(int number) {
        return new Serial("SN%03d".formatted(number));
    }

    private JobFlow flow() {
        return floor.server().flow(TestFloor.TICKET).orElseThrow();
    }

    @Test
    void DP_4_a_batch_complete_takes_the_lowest_ready_serials_and_no_piece_waits_for_its_batch() {
        assertThat(flow().ready(CUT)).hasSize(5);
        assertThat(flow().ready(SEW)).isEmpty();
        floor.at("08:00").complete(B1, "A", CUT, 3);

        assertThat(flow().ready(SEW)).containsExactly(serial(1), serial(2), serial(3));
        floor.at("09:00").pieces(B1, "B", SEW, "SN002");
        assertThat(flow().ready(SEW)).containsExactly(serial(1), serial(3));
    }

    @Test
    void DP_4_a_join_is_ready_only_when_all_its_predecessors_are_complete_for_the_piece() {
        floor.at("08:00").complete(B1, "A", CUT, 5);
        floor.at("09:00").pieces(B1, "B", SEW, "SN002");
        assertThat(flow().ready(FINISH)).isEmpty();
        floor.at("09:10").complete("BENCH-2", "C", STRAP, 2);

        assertThat(flow().ready(FINISH)).containsExactly(serial(2));
        floor.at("10:00").complete(B1, "A", FINISH, 1);
        assertThat(flow().ready(FINISH)).isEmpty();
        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void SN_5_a_pieces_history_names_operator_times_and_grade_also_where_it_went_by_number() {
        floor.at("08:00").start(B1, "A", CUT);
        floor.at("08:50").complete(B1, "A", CUT, 5);
        floor.at("09:00").start(B1, "B", SEW);
        floor.at("09:20").pieces(B1, "B", SEW, "SN001");

        List<PieceTime> history = flow().history(serial(1));
        assertThat(history).extracting(PieceTime::task).containsExactly(task(1), task(2));
        assertThat(history.getFirst().worked()).isEqualTo(java.time.Duration.ofMinutes(10));
        assertThat(history.getFirst().grade()).isEqualTo(Grade.ALLOCATED);
        assertThat(history.getLast().grade()).isEqualTo(Grade.MEASURED);
    }

    private static TaskId task(int number) {
        return TestFloor.task(number);
    }

    @Test
    void DP_7_a_complete_whose_predecessor_was_never_recorded_is_accepted_and_raised() {
        floor.at("08:00").pieces(B1, "A", SEW, "SN004");

        assertThat(floor.state(SEW).good()).isEqualTo(1);
        assertThat(floor.server().exceptions())
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.type()).isEqualTo(FloorException.Type.MISSED_SCAN);
                    assertThat(exception.serial()).isEqualTo(serial(4));
                    assertThat(exception.task()).isEqualTo(task(SEW));
                });
    }

    @Test
    void DP_7_when_the_predecessor_turns_up_the_missed_scan_is_gone() {
        floor.offline("BENCH-2");
        floor.at("08:00").complete("BENCH-2", "A", CUT, 5);
        floor.at("09:00").pieces(B1, "B", SEW, "SN001");
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.MISSED_SCAN);
        floor.at("10:00").online("BENCH-2");

        assertThat(floor.exceptions()).isEmpty();
    }

    @Test
    void DP_7_without_serials_numbers_tell() {
        TestFloor batch =
                TestFloor.withBenches(B1)
                        .plan(
                                new PlanFact.JobReleased(
                                        new Job(
                                                TestFloor.TICKET,
                                                "Tote",
                                                Line.OEM,
                                                100,
                                                Job.TOLERANCE_DEFAULT,
                                                List.of(
                                                        task(1, "Cut", ProcessMode.BATCH),
                                                        task(2, "Sew", ProcessMode.BATCH)),
                                                List.of(new Job.Edge(1, 2)),
                                                List.of(),
                                                null,
                                                null)));
        batch.at("08:00").complete(B1, "A", 1, 10);
        batch.at("09:00").complete(B1, "B", 2, 10);
        assertThat(batch.exceptions()).isEmpty();
        assertThat(batch.server().flow(TestFloor.TICKET).orElseThrow().readyCount(2)).isZero();
        batch.at("09:30").complete(B1, "B", 2, 1);

        assertThat(batch.exceptions()).containsExactly(FloorException.Type.MISSED_SCAN);
    }

    @Test
    void DP_4_pieces_sent_back_are_ready_again_and_a_done_task_takes_them() {
        TestFloor line = TestFloor.withBenches(B1, "BENCH-2").plan(split(1));
        line.at("08:00").complete(B1, "A", CUT, 1);
        line.at("08:10").pieces(B1, "A", SEW, "SN001");
        line.at("08:20").complete(B1, "A", STRAP, 1);
        Command.SendBack back =
                new Command.SendBack(
                        new OperatorCode("B"), task(FINISH), List.of(serial(1)), SEW, "stitch");
        line.at("09:00").accept("BENCH-2", back);

        assertThat(line.server().flow(TestFloor.TICKET).orElseThrow().ready(SEW))
                .containsExactly(serial(1));
        line.at("09:10").start(B1, "A", SEW);
        line.at("09:30").pieces(B1, "A", SEW, "SN001");
        assertThat(line.state(SEW).good()).isEqualTo(1);
        assertThat(line.state(SEW).rework()).hasSize(1);
        assertThat(line.exceptions()).isEmpty();
        assertThat(
                        line.refuse(
                                        "BENCH-2",
                                        new Command.SendBack(
                                                back.operator(),
                                                task(CUT),
                                                back.serials(),
                                                SEW,
                                                "stitch"))
                                .code())
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void DP_4_how_many_can_be_worked_on_is_known_with_and_without_serials() {
        assertThat(flow().readyCount(CUT)).isEqualTo(5);
        floor.at("08:00").complete(B1, "A", CUT, 3);
        assertThat(flow().readyCount(CUT)).isEqualTo(2);
        assertThat(flow().readyCount(SEW)).isEqualTo(3);
        TestFloor batch = TestFloor.withBenches(B1).job(10, ProcessMode.BATCH, "Cut", "Pack");
        batch.at("08:00").complete(B1, "A", 1, 4);
        JobFlow counted = batch.server().flow(TestFloor.TICKET).orElseThrow();
        assertThat(counted.readyCount(1)).isEqualTo(6);
        assertThat(counted.readyCount(2)).isEqualTo(4);
        assertThat(counted.history(serial(1))).isEmpty();
    }

    @Test
    void DP_7_a_pile_takes_the_ready_pieces_first_and_then_the_lowest_that_are_not() {
        floor.at("08:00").complete(B1, "A", CUT, 2);
        floor.at("08:10").complete(B1, "B", STRAP, 4);

        assertThat(floor.server().exceptions())
                .extracting(FloorException::serial)
                .containsExactly(serial(3), serial(4));
        assertThat(flow().history(serial(5))).isEmpty();
        assertThat(flow().history(serial(4))).extracting(PieceTime::task).containsExactly(task(3));
    }

    @Test
    void SN_5_a_pile_of_one_is_measured_and_a_visit_for_rework_is_told() {
        floor.at("08:00").start(B1, "A", CUT);
        floor.at("08:20").complete(B1, "A", CUT, 1);
        floor.at("08:30").pieces(B1, "B", SEW, "SN001");
        floor.at("08:40")
                .accept(
                        "BENCH-2",
                        new Command.SendBack(
                                new OperatorCode("C"),
                                task(FINISH),
                                List.of(serial(1)),
                                SEW,
                                "stitch"));
        floor.at("09:00").pieces(B1, "B", SEW, "SN001");

        assertThat(flow().history(serial(1)))
                .extracting(PieceTime::task)
                .containsExactly(task(CUT), task(SEW), task(SEW));
        assertThat(flow().history(serial(1)).getFirst().grade()).isEqualTo(Grade.MEASURED);
        assertThat(floor.state(SEW).rework())
                .singleElement()
                .satisfies(visit -> assertThat(visit.serial()).isEqualTo(serial(1)));
        assertThat(flow().ready(FINISH)).isEmpty();
    }

    @Test
    void DP_4_all_that_comes_after_is_visited_again() {
        Job job = ((PlanFact.JobReleased) split(1)).job();

        assertThat(JobFlow.visitedAgain(job, SEW)).containsExactly(SEW, FINISH);
        assertThat(JobFlow.visitedAgain(job, CUT)).containsExactly(CUT, SEW, STRAP, FINISH);
        assertThat(JobFlow.visitedAgain(job, FINISH)).containsExactly(FINISH);
    }
}
