package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.RunFact;
import stint.domain.event.StationCode;
import stint.domain.plan.Operator;
import stint.domain.sop.RunState;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision.Accepted;
import stint.domain.work.Decision.Noted;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Decision.Refused;

/**
 * Decides on guided work (SOP-1 to SOP-9): the part of {@link Decider} that knows of SOPs. Pure.
 *
 * @param floor what is known here
 * @param station where the command was given
 */
record Guide(FloorView floor, StationCode station) {

    Decision decide(RunCommand command, Operator operator) {
        return switch (command) {
            case RunCommand.StartRun start -> start(start);
            case RunCommand.InRun in -> {
                WorkSession run = floor.sops().session(in.run()).orElse(null);
                yield run == null
                        ? refuse(Refusal.NOT_ALLOWED)
                        : run.locked() ? locked(run, what(in)) : decide(in, run, operator);
            }
        };
    }

    private Decision start(RunCommand.StartRun start) {
        Sop sop = floor.sops().confirmed(start.sop()).orElse(null);
        if (sop == null) {
            return refuse(Refusal.SOP_NOT_CONFIRMED);
        }
        boolean unknownTask = start.task() != null && floor.task(start.task()).isEmpty();
        if (unknownTask) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        EventId open = openRun(start.operator());
        if (open != null) {
            return new Refused(Refusal.RUN_OPEN, 0, null, open);
        }
        Refused noPlace = new Place(floor, station).refuseWork(start.operator());
        return noPlace != null
                ? noPlace
                : new Accepted(new RunFact.RunStarted(sop.code(), sop.version(), start.task()));
    }

    private @Nullable EventId openRun(OperatorCode worker) {
        return floor.sops().current(worker).map(WorkSession::id).orElse(null);
    }

    /** An approved run is not changed, and that somebody tried is kept (SOP-5). */
    static Noted locked(WorkSession run, String what) {
        return new Noted(
                new Refused(Refusal.RUN_LOCKED, 0, null, run.id()),
                new RunFact.ChangeRefused(run.id(), what));
    }

    private static String what(RunCommand.InRun command) {
        return switch (command) {
            case RunCommand.CheckStep check -> "check";
            case RunCommand.PauseRun pause -> "pause";
            case RunCommand.ResumeRun resume -> "resume";
            case RunCommand.CompleteRun complete -> "complete";
            case RunCommand.CancelRun cancel -> "cancel";
            case RunCommand.OverrideStep override -> "override";
            case RunCommand.ApproveRun approve -> "approve";
        };
    }

    private Decision decide(RunCommand.InRun command, WorkSession run, Operator operator) {
        boolean own = operator.code().equals(run.worker());
        boolean supervises = operator.role().supervises();
        boolean may =
                switch (command) {
                    case RunCommand.CheckStep check -> own;
                    case RunCommand.ResumeRun resume -> own;
                    case RunCommand.CompleteRun complete -> own;
                    case RunCommand.PauseRun pause -> own || supervises;
                    case RunCommand.CancelRun cancel -> own || supervises;
                    // Nobody vouches for their own work.
                    case RunCommand.OverrideStep override -> supervises && !own;
                    case RunCommand.ApproveRun approve -> supervises && !own;
                };
        if (!may) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        return switch (command) {
            case RunCommand.CheckStep check -> check(check, run);
            case RunCommand.PauseRun pause ->
                    run.state() instanceof RunState.InProgress
                            ? new Accepted(new RunFact.RunPaused(run.id(), pause.reason(), null))
                            : refuse(run.open() ? Refusal.RUN_PAUSED : Refusal.RUN_ENDED, run);
            case RunCommand.ResumeRun resume -> resume(run);
            case RunCommand.CompleteRun complete ->
                    run.open()
                            ? new Accepted(new RunFact.RunCompleted(run.id()))
                            : refuse(Refusal.RUN_ENDED, run);
            case RunCommand.CancelRun cancel ->
                    !run.open()
                            ? refuse(Refusal.RUN_ENDED, run)
                            : cancel.reason().isBlank()
                                    ? refuse(Refusal.REASON_MISSING)
                                    : new Accepted(
                                            new RunFact.RunCancelled(run.id(), cancel.reason()));
            case RunCommand.OverrideStep override -> override(override, run);
            case RunCommand.ApproveRun approve ->
                    run.state() instanceof RunState.Completed
                            ? new Accepted(
                                    new RunFact.RunApproved(
                                            run.id(), run.evidence(), approve.note()))
                            : refuse(Refusal.RUN_NOT_COMPLETED, run);
        };
    }

    private Decision check(RunCommand.CheckStep check, WorkSession run) {
        if (!run.open()) {
            return refuse(Refusal.RUN_ENDED, run);
        }
        if (run.state() instanceof RunState.Paused) {
            return refuse(Refusal.RUN_PAUSED, run);
        }
        Step step = run.currentStep().orElse(null);
        if (step == null || !step.key().equals(check.step())) {
            return refuse(Refusal.STEP_NOT_CURRENT, run);
        }
        Refused noPlace = new Place(floor, station).refuseWork(check.operator());
        if (noPlace != null) {
            return noPlace;
        }
        return step.missing(check.answers()).isEmpty()
                ? new Accepted(
                        new RunFact.StepChecked(
                                run.id(),
                                step.key(),
                                step.kept(check.answers()),
                                step.failed(check.answers()).stream().map(StepItem::key).toList()))
                : refuse(Refusal.ANSWER_MISSING, run);
    }

    private Decision resume(WorkSession run) {
        if (!(run.state() instanceof RunState.Paused)) {
            return run.open() ? refuse(Refusal.RUN_OPEN, run) : refuse(Refusal.RUN_ENDED, run);
        }
        WorkSession other = floor.sops().current(run.worker()).orElse(run);
        if (other.state() instanceof RunState.InProgress) {
            return refuse(Refusal.RUN_OPEN, other);
        }
        Refused noPlace = new Place(floor, station).refuseWork(run.worker());
        return noPlace != null ? noPlace : new Accepted(new RunFact.RunResumed(run.id()));
    }

    private static Decision override(RunCommand.OverrideStep override, WorkSession run) {
        Step step = run.step(override.step()).orElse(null);
        if (step == null || run.state() instanceof RunState.Cancelled) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        return override.reason().isBlank()
                ? refuse(Refusal.REASON_MISSING)
                : new Accepted(
                        new RunFact.StepOverridden(
                                run.id(),
                                step.key(),
                                step.kept(override.answers()),
                                override.reason().strip()));
    }

    private static Refused refuse(Refusal code) {
        return Refused.because(code);
    }

    private static Refused refuse(Refusal code, WorkSession run) {
        return new Refused(code, 0, null, run.id());
    }
}
