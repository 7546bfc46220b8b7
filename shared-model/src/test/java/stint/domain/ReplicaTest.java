package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.domain.plan.Job;
import stint.domain.work.BatchOutput;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Any order, any number of times: one state (EV-3, EV-4). A failure names its seed; {@code
 * -Dseed=N} replays it, {@code -Dfloors=N} tries more.
 */
class ReplicaTest {

    private static final int FLOORS = Integer.getInteger("floors", 150);
    private static final long SEED = Long.getLong("seed", 20_251_030L);
    private static final int ATTEMPTS = 150;

    @Test
    void EV_4_every_order_and_repetition_of_delivery_gives_the_same_state_byte_for_byte() {
        forEachFloor((floor, random) -> {
            List<String> expected = text(floor.server());
            for (int replica = 0; replica < 4; replica++) {
                List<Event> delivery = new ArrayList<>(floor.feed());
                delivery.addAll(floor.feed().subList(0, delivery.size() / 3));
                Collections.shuffle(delivery, random);
                FloorFold fold = new FloorFold();
                delivery.forEach(fold::apply);
                assertSame(fold, expected);
            }
        });
    }

    @Test
    void EV_4_incremental_equals_rebuilt_after_every_single_event() {
        forEachFloor((floor, random) -> {
            List<Event> delivery = new ArrayList<>(floor.feed());
            Collections.shuffle(delivery, random);
            FloorFold incremental = new FloorFold();
            List<Event> sofar = new ArrayList<>();
            for (Event event : delivery.subList(0, Math.min(60, delivery.size()))) {
                incremental.apply(event);
                sofar.add(event);
                FloorFold rebuilt = new FloorFold();
                sofar.stream().sorted(Event.CANONICAL).forEach(rebuilt::apply);
                assertSame(incremental, text(rebuilt));
            }
        });
    }

    @Test
    void PR_1_the_sum_over_sessions_equals_the_sum_over_events() {
        forEachFloor((floor, random) -> {
            FloorFold fold = floor.server();
            for (TaskState task : fold.tasks()) {
                long sessions = task.sessions().stream().mapToLong(Session::counted).sum();
                assertThat(task.good()).as("good of %s", task.id()).isEqualTo(sessions);
                if (!task.cancelled()) {
                    assertThat(task.good()).isEqualTo(sumOfEvents(floor, task));
                }
                assertThat(task.sessions())
                        .allSatisfy(session ->
                                assertThat(session.core().paused())
                                        .isGreaterThanOrEqualTo(java.time.Duration.ZERO));
                assertThat(task.pieces().values())
                        .allSatisfy(piece ->
                                assertThat(piece.worked())
                                        .isGreaterThanOrEqualTo(java.time.Duration.ZERO));
                assertThat(
                                task.sessions().stream()
                                        .filter(Session::open)
                                        .map(session -> session.core().operator()))
                        .doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void ST_7_no_piece_is_counted_in_two_station_sessions() {
        long[] inSessions = new long[1];
        forEachFloor((floor, random) -> {
            FloorFold fold = floor.server();
            long atTasks =
                    fold.tasks().stream()
                            .mapToLong(task ->
                                    task.pieces().size()
                                            + task.outputs().stream()
                                                    .mapToLong(BatchOutput::quantity)
                                                    .sum())
                            .sum();
            long atStations =
                    fold.stationSessions().all().mapToLong(at -> at.counters().good()).sum();
            assertThat(atStations).isLessThanOrEqualTo(atTasks);
            inSessions[0] += atStations;
        });
        assertThat(inSessions[0]).as("pieces made while signed on").isGreaterThan(FLOORS / 2);
    }

    /** Counted from the log alone: batch quantities after corrections, and each serial once. */
    private static long sumOfEvents(TestFloor floor, TaskState task) {
        FloorFold fold = floor.server();
        long batch =
                floor.feed().stream()
                        .filter(event -> event.operator() != null && !fold.voided(event.id()))
                        .filter(event ->
                                event.fact() instanceof WorkFact.Good good
                                        && good.task().equals(task.id())
                                        && good.serials().isEmpty())
                        .mapToLong(event -> quantity(floor, event))
                        .sum();
        long pieces =
                floor.feed().stream()
                        .filter(event -> event.operator() != null && !fold.voided(event.id()))
                        .filter(event ->
                                event.fact() instanceof WorkFact.Good good
                                        && good.task().equals(task.id()))
                        .flatMap(event -> ((WorkFact.Good) event.fact()).serials().stream())
                        .distinct()
                        .count();
        return batch + pieces;
    }

    private static int quantity(TestFloor floor, Event event) {
        return floor.feed().stream()
                .filter(later ->
                        later.fact() instanceof Correction.Corrected corrected
                                && corrected.target().equals(event.id())
                                && !floor.server().voided(later.id()))
                .max(Event.CANONICAL)
                .map(later -> ((Correction.Corrected) later.fact()).quantity())
                .orElse(((WorkFact.Good) event.fact()).quantity());
    }

    private interface Check {
        void check(TestFloor floor, Random random);
    }

    private static void forEachFloor(Check check) {
        for (int number = 0; number < FLOORS; number++) {
            long seed = SEED + number;
            try {
                check.check(RandomFloor.of(new Random(seed), ATTEMPTS), new Random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "replay with -Dtest=ReplicaTest -Dfloors=1 -Dseed=" + seed, failure);
            }
        }
    }

    /** Line by line, so that a difference shows where it is. */
    private static void assertSame(FloorFold fold, List<String> expected) {
        List<String> actual = text(fold);
        for (int line = 0; line < Math.min(actual.size(), expected.size()); line++) {
            assertThat(actual.get(line)).isEqualTo(expected.get(line));
        }
        assertThat(actual).hasSameSizeAs(expected);
    }

    static List<String> text(FloorFold fold) {
        FloorView view = fold.view();
        List<String> text = new ArrayList<>();
        text.add(view.planning().toString());
        view.tasks().forEach(task -> text.add(task.toString()));
        view.exceptions().forEach(exception -> text.add(exception.toString()));
        for (Job job : view.jobs()) {
            job.serials()
                    .forEach(serial ->
                            view.flow(job.ticket())
                                    .ifPresent(flow -> text.add(flow.history(serial).toString())));
        }
        text.add(view.operators().toString());
        text.add(view.stations().toString());
        view.stationSessions().all().forEach(session -> text.add(session.toString()));
        text.add(view.sops().lines().toString());
        view.sops().sessions().forEach(session -> text.add(session.toString()));
        return text;
    }
}
