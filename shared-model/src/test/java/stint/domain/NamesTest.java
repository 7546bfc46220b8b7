package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.Task;
import stint.domain.work.Grade;
import stint.domain.work.TaskStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The values of the floor: what they accept, how they are written, how they are ordered. */
class NamesTest {

    private static final TaskId TASK = new TaskId("JT1", 1);

    @Test
    void EV_2_an_event_is_written_station_epoch_sequence_and_read_again() {
        for (String text : List.of("BENCH-1.3.42", "B.1.1", "a.b.2.7")) {
            assertThat(EventId.parse(text)).hasToString(text);
        }
        assertThat(EventId.parse("a.b.2.7")).isEqualTo(new EventId(new StationCode("a.b"), 2, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BENCH",
                ".1",
                ".1.2",
                "BENCH.1",
                "BENCH.x.1",
                "BENCH.1.x",
                "B.0.1",
                "B.1.0",
                "1..2"
            })
    void EV_2_what_is_no_event_id_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse(text));
    }

    @Test
    void EV_4_events_of_one_moment_are_ordered_by_station_epoch_and_sequence() {
        assertThat(Stream.of("B.2.1", "B.1.10", "A.9.9", "B.1.2").map(EventId::parse).sorted())
                .extracting(EventId::toString)
                .containsExactly("A.9.9", "B.1.2", "B.1.10", "B.2.1");
    }

    @Test
    void a_task_is_written_ticket_number_and_ordered_by_them() {
        assertThat(TaskId.parse("JT251030001/12")).isEqualTo(new TaskId("JT251030001", 12));
        assertThat(Stream.of("B/1", "A/10", "A/2").map(TaskId::parse).sorted())
                .extracting(TaskId::toString)
                .containsExactly("A/2", "A/10", "B/1");
        for (String text : List.of("", "JT", "/1", "JT/", "JT/x", "JT/0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> TaskId.parse(text));
        }
    }

    @Test
    void codes_have_one_to_forty_letters_of_any_script_digits_and_four_signs() {
        List<Function<String, Object>> kinds =
                List.of(
                        Serial::new,
                        StationCode::new,
                        OperatorCode::new,
                        text -> new TaskId(text, 1),
                        text -> job(text, 1, 0));
        for (Function<String, Object> kind : kinds) {
            for (String good : List.of("A", "x".repeat(40), "ช่าง", "a-b_c.d@e7")) {
                assertThat(kind.apply(good).toString()).contains(good);
            }
            for (String bad : List.of("", "x".repeat(41), "a b", "a/b", "a\n", "é!")) {
                assertThatThrownBy(() -> kind.apply(bad))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("code");
            }
        }
        assertThat(new OperatorCode("A")).isLessThan(new OperatorCode("B")).hasToString("A");
        assertThat(new Serial("A")).isLessThan(new Serial("B")).hasToString("A");
        assertThat(new StationCode("A")).isLessThan(new StationCode("B")).hasToString("A");
    }

    @Test
    void OS_5_no_fact_counts_less_than_one_piece_or_more_than_a_million() {
        List<IntFunction<Object>> facts =
                List.of(
                        number -> new WorkFact.Completed(TASK, null, number, List.of(), null),
                        number -> new WorkFact.Passed(TASK, null, number, List.of(), null),
                        number -> new WorkFact.Scrapped(TASK, null, number, List.of(), "stitch"),
                        number -> new Correction.Corrected(EventId.parse("B.1.1"), number, "why"));
        for (IntFunction<Object> fact : facts) {
            assertThat(fact.apply(1)).isNotNull();
            assertThat(fact.apply(1_000_000)).isNotNull();
            for (int bad : List.of(0, -1, 1_000_001)) {
                assertThatIllegalArgumentException().isThrownBy(() -> fact.apply(bad));
            }
        }
        List<Serial> two = List.of(new Serial("S1"), new Serial("S2"));
        assertThat(new WorkFact.Completed(TASK, null, 2, two, null).serials()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkFact.Completed(TASK, null, 3, two, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkFact.SentBack(TASK, null, List.of(), 1, "stitch"));
    }

    @ParameterizedTest
    @CsvSource({"99,100,6", "100,100,6", "101,101,0"})
    void EV_2_the_next_reading_is_never_equal_and_never_earlier(
            long now, long millis, int counter) {
        assertThat(new Hlc(100, 5).next(now)).isEqualTo(new Hlc(millis, counter));
    }

    @Test
    void EV_4_a_foreign_clock_drags_ours_along_by_a_minute_past_the_servers_time_at_most() {
        Hlc ours = new Hlc(100, 5);
        assertThat(ours.hearing(new Hlc(99, 9), 100)).isEqualTo(ours);
        assertThat(ours.hearing(new Hlc(100, 4), 100)).isEqualTo(ours);
        assertThat(ours.hearing(new Hlc(100, 6), 100)).isEqualTo(new Hlc(100, 6));
        assertThat(ours.hearing(new Hlc(60_100, 3), 100)).isEqualTo(new Hlc(60_100, 3));
        assertThat(ours.hearing(new Hlc(60_101, 3), 100)).isEqualTo(new Hlc(60_100, 0));
        assertThat(new Hlc(70_000, 0).hearing(new Hlc(90_000, 0), 100))
                .isEqualTo(new Hlc(70_000, 0));
    }

    @Test
    void EV_2_minutes_come_from_the_clock_that_does_not_jump_within_a_boot_of_one_station() {
        TimeReading first = new TimeReading(Instant.ofEpochSecond(1_000), 0, 1, 50_000, 0, 0);
        TimeReading jumped = new TimeReading(Instant.ofEpochSecond(9_000), 0, 1, 51_000, 0, 0);
        TimeReading rebooted = new TimeReading(Instant.ofEpochSecond(1_000), 0, 2, 3, 60_000, 0);

        assertThat(jumped.since(first, true)).isEqualTo(Duration.ofSeconds(1));
        assertThat(jumped.since(first, false)).isEqualTo(Duration.ofSeconds(8_000));
        assertThat(rebooted.since(first, true)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_job_has_a_target_a_tolerance_tasks_of_its_own_and_edges_between_them() {
        assertThat(job("JT1", 1, 0).target()).isEqualTo(1);
        assertThat(job("JT1", 1_000_000, 10_000).toleranceBasisPoints()).isEqualTo(10_000);
        for (int bad : List.of(0, 1_000_001)) {
            assertThatIllegalArgumentException().isThrownBy(() -> job("JT1", bad, 0));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> job("JT1", 1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job("JT1", 1, 10_050))
                .withMessageContaining("100.5");
        assertThatIllegalArgumentException().isThrownBy(() -> job("JT1", List.of(), List.of()));
        Task task = new Task(TASK, "Cut", ProcessMode.BATCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job("JT1", List.of(task, task), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> job("JT2", List.of(task), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job("JT1", List.of(task), List.of(new Job.Edge(1, 2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job("JT1", List.of(task), List.of(new Job.Edge(2, 1))));
    }

    private static Job job(String ticket, int target, int tolerance) {
        Task task = new Task(new TaskId("JT1", 1), "Cut", ProcessMode.BATCH);
        List<Task> tasks =
                ticket.equals("JT1")
                        ? List.of(task)
                        : List.of(new Task(new TaskId(ticket, 1), "Cut", ProcessMode.BATCH));
        return new Job(
                ticket, "Job", Line.OEM, target, tolerance, tasks, List.of(), List.of(), null,
                null);
    }

    private static Job job(String ticket, List<Task> tasks, List<Job.Edge> edges) {
        return new Job(ticket, "Job", Line.OEM, 1, 0, tasks, edges, List.of(), null, null);
    }

    @Test
    void an_operators_text_never_holds_the_hash_of_the_PIN() {
        Operator operator =
                new Operator(new OperatorCode("A"), "Nok", "th", Role.OPERATOR, "N.", "$argon2id$");

        assertThat(operator.toString()).contains("A", "Nok", "th").doesNotContain("argon");
    }

    @Test
    void a_reasons_label_is_in_the_language_else_in_English_else_the_code() {
        Reason both = new Reason("break", Reason.Kind.HOLD, Map.of("en", "Break", "th", "พัก"));
        Reason none = new Reason("break", Reason.Kind.HOLD, Map.of());

        assertThat(both.label("th")).isEqualTo("พัก");
        assertThat(both.label("he")).isEqualTo("Break");
        assertThat(none.label("th")).isEqualTo("break");
    }

    @Test
    void SN_4_of_two_grades_the_lesser_holds() {
        assertThat(Grade.MEASURED.and(Grade.CORRECTED)).isEqualTo(Grade.CORRECTED);
        assertThat(Grade.CLOCK_SUSPECT.and(Grade.ALLOCATED)).isEqualTo(Grade.CLOCK_SUSPECT);
    }

    @Test
    void PR_2_each_status_has_its_word() {
        assertThat(TaskStatus.values())
                .extracting(TaskStatus::word)
                .containsExactly("pending", "in_progress", "done");
    }
}
