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

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.RunFact;
import stint.domain.event.SopFact;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.sop.LogEntry.Action;
import stint.domain.sop.LogEntry.Standing;
import stint.domain.sop.RunState;
import stint.domain.sop.WorkSession;
import stint.domain.work.Command;
import stint.domain.work.Decision;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.RunCommand;
import stint.domain.work.Watch;

import java.util.List;
import java.util.Map;

/** Guided work at benches that do not know of each other: each race has one result (EV-3). */
class WorkSessionRaceTest {

    private final Guided guided = new Guided();
    private final TestFloor floor = guided.floor;

    @Test
    void SOP_9_one_worker_at_two_benches_the_earlier_run_pauses_and_a_person_looks() {
        floor.offline(B1);
        EventId first = guided.start(B1);
        floor.at("08:05");
        EventId second = guided.start(B2);
        floor.at("08:10");
        guided.check(B1, first, 1, "2");
        floor.online(B1);

        WorkSession earlier = guided.run(first);
        assertThat(earlier.state())
                .isInstanceOfSatisfying(
                        RunState.Paused.class,
                        paused -> assertThat(paused.cause()).isEqualTo(RunState.Pause.ELSEWHERE));
        assertThat(current(earlier)).as("what was recorded counts").isEqualTo(step(2));
        assertThat(floor.server().sops().current(A).map(WorkSession::id)).contains(second);
        assertThat(guided.exceptions())
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.type()).isEqualTo(FloorException.Type.RUN_TWICE);
                    assertThat(raised.claims()).containsExactly(first, second);
                });

        assertThat(floor.refuse(B1, new RunCommand.ResumeRun(A, first)).open()).isEqualTo(second);
        floor.accept(B2, new RunCommand.CancelRun(A, second, "begun twice"));
        floor.accept(B1, new RunCommand.ResumeRun(A, first));
        assertThat(guided.run(first).state()).isInstanceOf(RunState.InProgress.class);
    }

    @Test
    void SOP_9_one_run_gone_on_with_at_two_benches_is_one_run() {
        EventId id = guided.start(B1);
        floor.offline(B1, B2);
        guided.check(B1, id, 1, "2");
        guided.check(B1, id, 2, "2");
        floor.pass(1000);
        guided.check(B2, id, 1, "3");
        floor.online(B1, B2);

        assertThat(current(guided.run(id))).isEqualTo(step(3));
        assertThat(guided.runAt(B2, id)).isEqualTo(guided.run(id));
        assertThat(guided.run(id).log()).hasSize(4);
    }

    @Test
    void SOP_1_a_version_changed_meanwhile_the_run_keeps_its_own_and_a_person_looks() {
        floor.offline(B1);
        floor.plan(new SopFact.Drafted(sop(2, 1))).plan(new SopFact.Confirmed(SOP, 2));
        EventId confirmed = floor.feed().getLast().id();
        floor.at("08:10");
        EventId id = guided.start(B1);
        guided.check(B1, id, 1, "2");
        floor.online(B1);

        WorkSession run = guided.run(id);
        assertThat(run.version()).isEqualTo(1);
        assertThat(current(run)).isEqualTo(step(2));
        assertThat(guided.exceptions())
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.type()).isEqualTo(FloorException.Type.SOP_SUPERSEDED);
                    assertThat(raised.claims()).containsExactly(id, confirmed);
                });
    }

    @Test
    void SOP_1_a_deleted_sop_that_a_bench_still_worked_by_is_seen() {
        floor.offline(B1);
        floor.plan(new SopFact.Deleted(SOP));
        floor.at("08:10");
        EventId id = guided.start(B1);
        floor.online(B1);

        assertThat(guided.run(id).steps()).hasSize(3);
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.SOP_SUPERSEDED);
        assertThat(floor.refuse(B2, new RunCommand.StartRun(new OperatorCode("B"), SOP, null)))
                .extracting(Decision.Refused::code)
                .isEqualTo(Refusal.SOP_NOT_CONFIRMED);
    }

    @Test
    void SOP_5_an_approval_races_a_late_check_and_what_was_approved_stays() {
        EventId id = guided.start(B1);
        guided.check(B1, id, 1, "2");
        floor.offline(B1);
        Event late = guided.check(B1, id, 2, "9");
        floor.pass(60_000);
        floor.accept(B2, new RunCommand.CompleteRun(A, id));
        guided.approve(B2, id);
        WorkSession approved = guided.run(id);
        floor.pass(60_000).online(B1);

        WorkSession run = guided.run(id);
        assertThat(run.results()).isEqualTo(approved.results());
        assertThat(run.state()).isEqualTo(approved.state());
        assertThat(run.approval()).isEqualTo(approved.approval());
        assertThat(run.evidence()).isEqualTo(approved.evidence());
        assertThat(run.log())
                .filteredOn(entry -> entry.event().equals(late.id()))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.standing()).isEqualTo(Standing.AFTER_APPROVAL));
        assertThat(guided.exceptions())
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.type()).isEqualTo(FloorException.Type.AFTER_APPROVAL);
                    assertThat(raised.claims()).containsExactly(id, late.id());
                });
        assertThat(guided.runAt(B1, id)).isEqualTo(run);
    }

    @Test
    void SOP_5_every_change_of_an_approved_run_is_refused_and_kept() {
        EventId id = guided.completed();
        Event check = floor.feed().getLast();
        Event approval = guided.approve(B1, id);
        OperatorCode other = new OperatorCode("P");

        for (Command command :
                List.of(
                        checking(id, 1, "3"),
                        new RunCommand.PauseRun(A, id, null),
                        new RunCommand.ResumeRun(A, id),
                        new RunCommand.CompleteRun(A, id),
                        new RunCommand.CancelRun(BOSS, id, "no"),
                        new RunCommand.OverrideStep(other, id, step(1), Map.of("mm", "3"), "no"),
                        new RunCommand.ApproveRun(other, id, null),
                        new Command.Undo(BOSS, check.id(), "no"),
                        new Command.Undo(BOSS, approval.id(), "no"),
                        new Command.Undo(A, id, "no"))) {
            Decision decision = floor.decide(B1, command);
            assertThat(decision)
                    .as("%s", command)
                    .isInstanceOfSatisfying(
                            Decision.Noted.class,
                            noted -> {
                                assertThat(noted.refusal().code()).isEqualTo(Refusal.RUN_LOCKED);
                                assertThat(noted.refusal().open()).isEqualTo(id);
                                floor.force(B1, command.operator().value(), noted.fact());
                            });
        }
        WorkSession run = guided.run(id);
        assertThat(run.log())
                .filteredOn(entry -> entry.action() == Action.REFUSED)
                .hasSize(10)
                .last()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo(A);
                    assertThat(entry.reason()).isEqualTo("void");
                });
        assertThat(guided.exceptions()).isEmpty();
    }

    @Test
    void SOP_5_no_event_of_whatever_time_or_kind_changes_what_was_approved() {
        EventId id = guided.completed();
        Event check = floor.feed().getLast();
        Event approval = guided.approve(B1, id);
        WorkSession approved = guided.run(id);

        floor.clockOff(B2, -7_200_000L);
        floor.force(B2, "A", new RunFact.StepChecked(id, step(2), Map.of(), List.of("mm")));
        floor.force(B2, "A", new RunFact.RunCancelled(id, "no"));
        floor.force(B2, "S", new RunFact.StepOverridden(id, step(1), Map.of("mm", "9"), "no"));
        floor.force(B2, "A", new RunFact.RunPaused(id, null, null));
        floor.force(B2, "S", new Correction.Voided(check.id(), "no"));
        Event voided = floor.force(B2, "S", new Correction.Voided(approval.id(), "no"));
        floor.force(B2, "S", new Correction.Voided(voided.id(), "no"));
        floor.force(B2, "A", new Correction.Voided(id, "no"));
        floor.force(B2, "A", new RunFact.RunStarted(SOP, 1, null));
        floor.force(B2, "B", new RunFact.RunApproved(id, List.of(id), "no"));
        floor.plan(new SopFact.Drafted(sop(1, 1))).plan(new SopFact.Confirmed(SOP, 1));
        floor.force(B2, "S", new SopFact.Drafted(sop(1, 1)));

        WorkSession run = guided.run(id);
        assertThat(run.results()).isEqualTo(approved.results());
        assertThat(run.state()).isEqualTo(approved.state());
        assertThat(run.procedure()).isEqualTo(approved.procedure());
        assertThat(run.pausedFor()).isEqualTo(approved.pausedFor());
        assertThat(run.approval()).isEqualTo(approved.approval());
        assertThat(run.evidence()).isEqualTo(approved.evidence());
        assertThat(floor.exceptions()).contains(FloorException.Type.AFTER_APPROVAL);
    }

    @Test
    void SOP_5_nobody_approves_their_own_work_or_what_is_not_completed() {
        OperatorCode boss = new OperatorCode("P");
        EventId own = floor.accept(B1, new RunCommand.StartRun(boss, SOP, null)).id();
        assertThat(floor.refuse(B1, new RunCommand.ApproveRun(BOSS, own, null)).code())
                .isEqualTo(Refusal.RUN_NOT_COMPLETED);
        floor.accept(B1, new RunCommand.CompleteRun(boss, own));

        assertThat(floor.refuse(B1, new RunCommand.ApproveRun(boss, own, null)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(floor.refuse(B1, new RunCommand.ApproveRun(A, own, null)).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        guided.approve(B1, own);
        assertThat(guided.run(own).locked()).isTrue();
    }

    @Test
    void SOP_5_two_supervisors_who_approved_different_things_are_seen() {
        EventId id = guided.start(B1);
        floor.accept(B1, new RunCommand.CompleteRun(A, id));
        floor.offline(B1, B2);
        guided.approve(B1, id);
        floor.pass(1000)
                .accept(
                        B2,
                        new RunCommand.OverrideStep(
                                BOSS, id, step(1), Map.of("mm", "2"), "measured"));
        floor.accept(B2, new RunCommand.ApproveRun(new OperatorCode("P"), id, null));
        floor.online(B1, B2);

        WorkSession run = guided.run(id);
        assertThat(run.approval())
                .satisfies(approval -> {
                    assertThat(approval).isNotNull();
                    assertThat(approval.by()).isEqualTo(BOSS);
                });
        assertThat(run.results()).as("the earlier one holds").isEmpty();
        assertThat(floor.exceptions()).containsExactly(FloorException.Type.AFTER_APPROVAL);
    }

    @Test
    void SOP_4_what_a_bench_recorded_after_the_end_is_kept_and_seen() {
        EventId id = guided.start(B1);
        floor.offline(B1);
        floor.at("08:10").accept(B2, new RunCommand.CancelRun(BOSS, id, "wrong bag"));
        floor.at("08:20");
        Event late = guided.check(B1, id, 1, "2");
        floor.online(B1);

        assertThat(guided.run(id).state()).isInstanceOf(RunState.Cancelled.class);
        assertThat(guided.run(id).results()).containsKey(step(1));
        assertThat(guided.exceptions())
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.type()).isEqualTo(FloorException.Type.AFTER_RUN_END);
                    assertThat(raised.claims()).containsExactly(id, late.id());
                });
    }

    @Test
    void ST_5_a_terminal_that_was_gone_leaves_the_run_paused_as_of_its_last_sign_of_life() {
        EventId id = guided.start(B1);
        TimeReading heartbeat = floor.at("08:30").clock(B1);
        floor.at("12:00");
        Watch.gone(floor.replica(B1), new StationCode(B1), heartbeat, floor.clock(B1))
                .forEach(fact -> floor.force(B1, null, fact));

        assertThat(guided.run(id).state())
                .isInstanceOfSatisfying(
                        RunState.Paused.class,
                        paused -> {
                            assertThat(paused.since()).isEqualTo(heartbeat.time());
                            assertThat(paused.cause()).isEqualTo(RunState.Pause.ABANDONED);
                        });
    }

    @Test
    void EV_5_within_a_minute_a_worker_takes_a_check_back_and_the_step_comes_again() {
        EventId id = guided.start(B1);
        Event check = guided.check(B1, id, 1, "2");

        floor.pass(10_000).undo(B1, "A", check);

        assertThat(current(guided.run(id))).isEqualTo(step(1));
        assertThat(guided.run(id).log())
                .extracting(entry -> entry.action() + " " + entry.standing())
                .containsExactly("STARTED COUNTS", "CHECKED VOIDED", "TAKEN_BACK COUNTS");
    }

    @Test
    void EV_5_a_start_taken_back_comes_to_nothing_and_leaves_room_for_another() {
        Event start = floor.accept(B1, new RunCommand.StartRun(A, SOP, null));

        floor.pass(10_000).undo(B1, "A", start);

        assertThat(guided.run(start.id()).state()).isInstanceOf(RunState.Cancelled.class);
        assertThat(guided.start(B1)).isNotEqualTo(start.id());
    }
}
