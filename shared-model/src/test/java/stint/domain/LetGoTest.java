package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.domain.floor.FoldExport;
import stint.domain.plan.ProcessMode;
import stint.domain.work.Command;
import stint.domain.work.TaskState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a fold lets go of when a task is settled, and when it comes back. */
class LetGoTest {

    private static final String B1 = "BENCH-1";
    private static final String B2 = "BENCH-2";

    private final TestFloor floor =
            TestFloor.withBenches(B1, B2).job(10, ProcessMode.BATCH, "Cut", "Sew");
    private final List<Event> stored = new ArrayList<>();
    private final ListHistory history = new ListHistory(stored);
    private final FloorFold fold = new FloorFold(history, Duration.ofHours(1));

    /** Gives the fold all that the server has by now. */
    private FoldExport caughtUp() {
        List<Event> feed = floor.feed();
        for (Event event : feed.subList(stored.size(), feed.size())) {
            stored.add(event);
            fold.apply(event);
        }
        assertThat(ReplicaTest.text(fold)).isEqualTo(ReplicaTest.text(floor.server()));
        return fold.export();
    }

    private static List<EventId> workAtHand(FoldExport export) {
        return Stream.concat(
                        export.held().stream(),
                        export.tasks().stream().flatMap(task -> task.events().stream()))
                .filter(event -> event.fact() instanceof WorkFact)
                .map(Event::id)
                .distinct()
                .toList();
    }

    private static List<Integer> away(FoldExport export) {
        return export.archived().stream().map(task -> task.state().id().sequence()).toList();
    }

    @Test
    void a_settled_task_is_put_away_when_nothing_came_for_long_enough_and_its_events_let_go() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("09:00").complete(B1, "A", 1, 10);
        Event other = floor.at("09:50").start(B1, "B", 2);
        assertThat(away(caughtUp())).isEmpty();
        Event more = floor.at("10:30").complete(B1, "B", 2, 1);
        FoldExport export = caughtUp();

        assertThat(away(export)).containsExactly(1);
        assertThat(export.tasks()).extracting(FoldExport.OfTask::task).hasSize(1);
        assertThat(workAtHand(export)).containsExactlyInAnyOrder(other.id(), more.id());
        assertThat(history.asked()).isZero();
    }

    @Test
    void a_task_somebody_is_at_or_that_is_not_done_is_never_put_away() {
        floor.at("08:00").start(B1, "A", 1);
        floor.at("08:10").complete(B1, "B", 2, 3);
        floor.at("08:20").endSession(B1, "B", 2);
        floor.at("9+08:00").person("E", stint.domain.plan.Role.OPERATOR);

        assertThat(away(caughtUp())).isEmpty();
    }

    @Test
    void a_correction_brings_it_back_and_in_time_it_is_put_away_again() {
        floor.at("08:00").start(B1, "A", 1);
        Event made = floor.at("09:00").complete(B1, "A", 1, 10);
        floor.at("1+08:00").start(B1, "B", 2);
        assertThat(away(caughtUp())).containsExactly(1);
        floor.at("1+08:10")
                .accept(
                        B1,
                        new Command.Correct(new OperatorCode("S"), made.id(), 9, "one too many"));
        FoldExport back = caughtUp();

        assertThat(away(back)).isEmpty();
        assertThat(workAtHand(back)).contains(made.id());
        assertThat(history.asked()).isPositive();
        Event last = floor.at("1+08:20").complete(B1, "A", 1, 1);
        assertThat(away(caughtUp())).isEmpty();
        floor.at("1+10:00").hold(B1, "B", 2);
        FoldExport again = caughtUp();
        assertThat(away(again)).containsExactly(1);
        assertThat(workAtHand(again)).doesNotContain(made.id(), last.id());
    }

    @Test
    void a_correction_reads_the_time_it_concerns_again_and_not_all_that_came_later() {
        floor.at("08:00").start(B1, "A", 1);
        Event made = floor.at("08:01").complete(B1, "A", 1, 1);
        for (int minute = 2; minute <= 10; minute++) {
            floor.at("08:%02d".formatted(minute)).complete(B1, "A", 1, 1);
        }
        for (int minute = 0; minute < 60; minute++) {
            floor.at("09:%02d".formatted(minute)).start(B1, "A", 2);
            floor.at("09:%02d".formatted(minute)).endSession(B1, "A", 2);
        }
        floor.at("1+08:00").start(B1, "B", 2);
        assertThat(away(caughtUp())).containsExactly(1);
        floor.at("1+08:10")
                .accept(B1, new Command.Correct(new OperatorCode("S"), made.id(), 2, "two"));
        assertThat(away(caughtUp())).isEmpty();
        assertThat(history.given()).isBetween(11L, 60L);
    }

    @Test
    void a_cancelled_task_is_put_away_too_and_a_late_event_of_its_time_brings_it_back() {
        floor.at("08:00").start(B2, "A", 1);
        floor.offline(B2);
        Event late = floor.at("08:30").complete(B2, "A", 1, 4);
        floor.at("09:00").cancel(1);
        floor.at("2+08:00").start(B1, "B", 2);
        assertThat(away(caughtUp())).containsExactly(1);
        floor.at("2+08:01").online(B2);
        FoldExport back = caughtUp();

        assertThat(away(back)).isEmpty();
        assertThat(workAtHand(back)).contains(late.id());
        floor.at("2+09:30").hold(B1, "B", 2);
        assertThat(away(caughtUp())).containsExactly(1);
    }

    @Test
    void a_move_of_the_time_when_its_worker_was_there_brings_it_back_and_another_does_not() {
        floor.at("08:00").start(B1, "A", 1);
        floor.offline(B2);
        floor.at("08:30").start(B2, "A", 2);
        floor.at("08:31").endSession(B2, "A", 2);
        floor.at("09:00").complete(B1, "A", 1, 10);
        floor.at("2+08:00").start(B1, "B", 2);
        assertThat(away(caughtUp())).containsExactly(1);
        long asked = history.asked();
        floor.at("2+08:05").start(B1, "A", 2);
        assertThat(away(caughtUp())).containsExactly(1);
        assertThat(history.asked()).isEqualTo(asked);
        floor.at("2+08:10").online(B2);

        assertThat(away(caughtUp())).isEmpty();
        assertThat(history.asked()).isGreaterThan(asked);
    }

    @Test
    void DP_4_a_task_that_pieces_are_sent_back_to_comes_back_and_waits_for_them() {
        TestFloor line = TestFloor.withBenches(B1, B2).job(1, ProcessMode.PIECE, "Sew", "Check");
        line.at("08:00").pieces(B1, "A", 1, "SN001");
        line.at("2+08:00").start(B2, "B", 2);
        line.at("2+08:10")
                .accept(
                        B2,
                        new Command.SendBack(
                                new OperatorCode("B"),
                                TestFloor.task(2),
                                List.of(new Serial("SN001")),
                                1,
                                "stitch"));
        line.at("4+08:00").hold(B2, "B", 2);
        FloorFold kept = new FloorFold(new ListHistory(line.feed()), Duration.ofHours(1));
        line.feed().forEach(kept::apply);

        assertThat(kept.export().archived()).isEmpty();
        assertThat(kept.task(TestFloor.task(1)).map(TaskState::awaitingRework))
                .contains(new java.util.TreeSet<>(List.of(new Serial("SN001"))));
        FloorFold loaded =
                FloorFold.of(kept.export(), new ListHistory(line.feed()), Duration.ofHours(1));
        assertThat(ReplicaTest.text(loaded)).isEqualTo(ReplicaTest.text(line.server()));
        line.at("4+09:00").pieces(B1, "A", 1, "SN001");
        line.at("6+09:00").resume(B2, "B", 2);
        line.feed().forEach(loaded::apply);
        assertThat(ReplicaTest.text(loaded)).isEqualTo(ReplicaTest.text(line.server()));
        assertThat(away(loaded.export())).containsExactly(1);
    }
}
