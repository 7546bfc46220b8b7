package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.Guided.A;
import static stint.domain.Guided.B1;
import static stint.domain.Guided.B2;
import static stint.domain.Guided.BOSS;
import static stint.domain.Guided.SOP;
import static stint.domain.Guided.checking;
import static stint.domain.Guided.current;
import static stint.domain.Guided.sop;
import static stint.domain.Guided.step;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.SopFact;
import stint.domain.sop.LogEntry;
import stint.domain.sop.RunState;
import stint.domain.sop.Sop;
import stint.domain.sop.SopDesk;
import stint.domain.sop.Step;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.RunCommand;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Guided work, as seed 003 tells it. */
class WorkSessionTest {

    private final Guided guided = new Guided();
    private final TestFloor floor = guided.floor;

    @Test
    void SOP_1_a_run_starts_from_a_confirmed_sop_at_the_first_step_of_its_first_task() {
        EventId id = guided.start(B1);

        WorkSession run = guided.run(id);
        assertThat(run.state().word()).isEqualTo("in_progress");
        assertThat(current(run)).isEqualTo(step(1));
        assertThat(run.sop()).isEqualTo(SOP);
        assertThat(run.version()).isEqualTo(1);
        assertThat(run.worker()).isEqualTo(A);
        assertThat(run.startedAt()).isEqualTo(floor.clock(B1).time());
    }

    @Test
    void SOP_1_what_is_not_confirmed_starts_nothing() {
        floor.plan(
                new SopFact.Drafted(new Sop("OTHER", 1, Map.of(), List.of(), sop(1, 1).tasks())));

        assertThat(floor.refuse(B1, new RunCommand.StartRun(A, "OTHER", null)).code())
                .isEqualTo(Refusal.SOP_NOT_CONFIRMED);
        assertThat(floor.refuse(B1, new RunCommand.StartRun(A, "NONE", null)).code())
                .isEqualTo(Refusal.SOP_NOT_CONFIRMED);
    }

    @Test
    void SOP_1_a_confirmed_version_never_changes_and_a_run_keeps_its_own() {
        EventId id = guided.start(B1);
        floor.at("08:10").plan(new SopFact.Drafted(sop(1, 1))).plan(new SopFact.Drafted(sop(2, 1)));
        floor.plan(new SopFact.Confirmed(SOP, 2));

        assertThat(guided.run(id).steps()).hasSize(3);
        assertThat(floor.server().sops().confirmed(SOP).orElseThrow().version()).isEqualTo(2);
        assertThat(guided.exceptions()).isEmpty();
    }

    @Test
    void SOP_2_a_passed_check_leads_to_the_next_step() {
        EventId id = guided.start(B1);

        guided.check(B1, id, 1, "2");

        WorkSession run = guided.run(id);
        assertThat(current(run)).isEqualTo(step(2));
        assertThat(run.nextStep().map(Step::key)).contains(step(3));
        assertThat(run.state().word()).isEqualTo("in_progress");
    }

    @Test
    void SOP_2_a_failed_check_is_kept_and_the_step_stays() {
        EventId id = guided.start(B1);

        Event check = guided.check(B1, id, 1, "9");

        WorkSession run = guided.run(id);
        assertThat(current(run)).isEqualTo(step(1));
        assertThat(run.results().get(step(1)).failed()).containsExactly("mm");
        assertThat(run.log().getLast().event()).isEqualTo(check.id());
        assertThat(run.currentStep().orElseThrow().items().getFirst().remedy("th"))
                .isEqualTo("Stop. Set the foot anew.");

        guided.check(B1, id, 1, "3");
        assertThat(current(guided.run(id))).isEqualTo(step(2));
        assertThat(guided.run(id).log().getLast().before()).containsEntry("mm", "9");
    }

    @Test
    void SOP_2_another_step_and_a_missing_answer_are_refused() {
        EventId id = guided.start(B1);

        assertThat(floor.refuse(B1, checking(id, 2, "2")).code())
                .isEqualTo(Refusal.STEP_NOT_CURRENT);
        assertThat(floor.refuse(B1, checking(id, 1, " ")).code()).isEqualTo(Refusal.ANSWER_MISSING);
        assertThat(floor.refuse(B1, checking(id, 1, "two")).code())
                .isEqualTo(Refusal.ANSWER_MISSING);
    }

    @Test
    void SOP_2_the_last_passed_check_completes_the_run() {
        EventId id = guided.completed();

        WorkSession run = guided.run(id);
        assertThat(run.state())
                .isEqualTo(
                        new RunState.Completed(
                                floor.clock(B1).time(), RunState.Completion.LAST_STEP));
        assertThat(run.currentStep()).isEmpty();
        assertThat(run.completedAt()).contains(floor.clock(B1).time());
    }

    @Test
    void SOP_3_current_and_history_newest_first() {
        EventId first = guided.completed();
        floor.pass(1000);
        EventId second = guided.start(B2);

        assertThat(floor.server().sops().of(A))
                .extracting(WorkSession::id)
                .containsExactly(second, first);
        assertThat(floor.server().sops().current(A).map(WorkSession::id)).contains(second);
        assertThat(floor.server().sops().current(BOSS)).isEmpty();
    }

    @Test
    void SOP_4_only_its_owner_completes_it_by_hand() {
        EventId id = guided.start(B1);
        OperatorCode other = new OperatorCode("B");

        assertThat(floor.refuse(B1, new RunCommand.CompleteRun(other, id)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.refuse(B1, new RunCommand.CompleteRun(BOSS, id)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        floor.accept(B1, new RunCommand.CompleteRun(A, id));

        assertThat(guided.run(id).state())
                .isInstanceOfSatisfying(
                        RunState.Completed.class,
                        state -> assertThat(state.by()).isEqualTo(RunState.Completion.WORKER));
        assertThat(floor.refuse(B1, checking(id, 1, "2")).code()).isEqualTo(Refusal.RUN_ENDED);
    }

    @Test
    void SOP_4_a_supervisor_overrides_a_step_with_a_reason_and_both_stay() {
        EventId id = guided.start(B1);
        guided.check(B1, id, 1, "9");
        RunCommand.OverrideStep silent =
                new RunCommand.OverrideStep(BOSS, id, step(1), Map.of("mm", "6"), " ");

        assertThat(floor.refuse(B1, silent).code()).isEqualTo(Refusal.REASON_MISSING);
        assertThat(
                        floor.refuse(
                                        B1,
                                        new RunCommand.OverrideStep(
                                                A, id, step(1), Map.of("mm", "6"), "I say so"))
                                .code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        floor.accept(
                B1,
                new RunCommand.OverrideStep(BOSS, id, step(1), Map.of("mm", "6"), "another foot"));

        WorkSession run = guided.run(id);
        assertThat(current(run)).isEqualTo(step(2));
        LogEntry last = run.log().getLast();
        assertThat(last.by()).isEqualTo(BOSS);
        assertThat(last.reason()).isEqualTo("another foot");
        assertThat(last.before()).containsEntry("mm", "9");
        assertThat(last.after()).containsEntry("mm", "6");
    }

    @Test
    void SOP_6_an_sop_with_open_runs_is_not_deleted_and_they_are_listed() {
        EventId id = guided.start(B1);

        assertThat(SopDesk.delete(floor.server().sops(), SOP))
                .isInstanceOfSatisfying(
                        SopDesk.Answer.No.class,
                        no -> {
                            assertThat(no.why()).isEqualTo(SopDesk.Why.OPEN_RUNS);
                            assertThat(no.open()).extracting(WorkSession::id).containsExactly(id);
                        });
        floor.accept(B1, new RunCommand.CancelRun(A, id, "wrong bag"));
        assertThat(SopDesk.delete(floor.server().sops(), SOP))
                .isEqualTo(new SopDesk.Answer.Yes(new SopFact.Deleted(SOP)));
    }

    @Test
    void SOP_7_a_check_is_one_event_with_all_its_answers() {
        EventId id = guided.start(B1);
        int before = floor.feed().size();

        guided.check(B1, id, 1, "2");

        assertThat(floor.feed()).hasSize(before + 1);
        assertThat(guided.run(id).results()).hasSize(1);
    }

    @Test
    void SOP_8_pause_keeps_the_step_and_resume_goes_on_from_it() {
        EventId id = guided.start(B1);
        guided.check(B1, id, 1, "2");
        floor.at("08:30").accept(B1, new RunCommand.PauseRun(A, id, "material"));

        assertThat(guided.run(id).state())
                .isEqualTo(
                        new RunState.Paused(
                                floor.clock(B1).time(), RunState.Pause.PERSON, "material"));
        assertThat(current(guided.run(id))).isEqualTo(step(2));
        assertThat(floor.refuse(B1, checking(id, 2, "2")).code()).isEqualTo(Refusal.RUN_PAUSED);

        floor.at("08:45").accept(B2, new RunCommand.ResumeRun(A, id));
        assertThat(guided.run(id).pausedFor()).isEqualTo(Duration.ofMinutes(15));
        guided.check(B2, id, 2, "2");
        assertThat(current(guided.run(id))).isEqualTo(step(3));
    }

    @Test
    void SOP_8_the_end_of_the_shift_pauses_it() {
        EventId id = guided.start(B1);

        floor.at("17:00").endShift(B1, "A");

        assertThat(guided.run(id).state())
                .isEqualTo(new RunState.Paused(floor.clock(B1).time(), RunState.Pause.SHIFT, null));
    }

    @Test
    void SOP_9_one_open_run_per_worker_and_the_open_one_is_named() {
        EventId id = guided.start(B1);

        assertThat(floor.refuse(B2, new RunCommand.StartRun(A, SOP, null)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(Refusal.RUN_OPEN);
                    assertThat(refused.open()).isEqualTo(id);
                });
        floor.accept(B1, new RunCommand.PauseRun(A, id, null));
        assertThat(floor.refuse(B2, new RunCommand.StartRun(A, SOP, null)).open()).isEqualTo(id);
        floor.accept(B1, new RunCommand.CancelRun(A, id, "wrong bag"));
        assertThat(guided.start(B2)).isNotEqualTo(id);
    }
}
