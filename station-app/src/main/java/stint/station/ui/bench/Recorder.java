package stint.station.ui.bench;

import javafx.beans.property.ReadOnlyBooleanProperty;

import stint.domain.event.Event;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.StationFact;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refused;
import stint.domain.work.RunCommand;
import stint.station.core.Outcome;
import stint.station.ui.kit.Texts;

import java.util.function.Consumer;

/**
 * Records what one screen or dialog asks for, and chooses what comes next by the outcome: the one
 * place where that is decided. On the FX thread only.
 */
public final class Recorder {

    private final Bench bench;
    private final Operator operator;
    private final CommandSlot slot;

    /** For a screen that opens now. */
    public Recorder(Bench bench, Operator operator) {
        this.bench = bench;
        this.operator = operator;
        this.slot = bench.slot();
    }

    /** Whether an outcome is awaited. */
    public ReadOnlyBooleanProperty busy() {
        return slot.busy();
    }

    /**
     * Records a command. What can be asked about is asked; else the problem is said.
     *
     * @param problem gets what went wrong, to be shown where the hand is
     */
    public void record(Command command, Consumer<Problem> problem) {
        record(command, problem, recorded -> {});
    }

    /**
     * The same, for a screen whose next command waits for this one.
     *
     * @param settled told last of all whether it was recorded
     */
    public void record(Command command, Consumer<Problem> problem, Consumer<Boolean> settled) {
        Texts texts = bench.texts();
        slot.submit(
                command,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Recorded recorded -> {
                            finish(recorded.event());
                        }
                        case Outcome.Refused refused -> refuse(command, refused.refusal(), problem);
                        case Outcome.Failed failed ->
                                problem.accept(Problem.ofFailure(failed.code(), texts));
                    }
                    settled.accept(outcome instanceof Outcome.Recorded);
                });
    }

    private void finish(Event event) {
        String words = words(event);
        bench.dismiss();
        bench.attendance().follow(operator, event.fact());
        switch (event.fact()) {
            case WorkFact.ShiftEnded ended -> bench.attendance().leave(operator, words);
            case WorkFact.Started started -> at(started.task(), event, words);
            case WorkFact.Resumed resumed -> at(resumed.task(), event, words);
            case PlanFact.JobReleased released -> {
                bench.open(operator, released.job().tasks().getFirst().id());
                bench.say(words);
            }
            case RunFact.RunStarted started -> {
                bench.toRun(operator, event.id(), started.task());
                bench.recorded(event, words);
            }
            // What failed, and what to do, stands at the step.
            case RunFact.StepChecked checked when !checked.failed().isEmpty() -> bench.refused();
            // A supervisor's word is not the worker's to take back.
            case RunFact.StepOverridden overridden -> bench.say(words);
            case RunFact.RunApproved approved -> bench.say(words);
            default -> bench.recorded(event, words);
        }
    }

    /** Whoever begins or goes on, from wherever, is at that task. */
    private void at(TaskId task, Event event, String words) {
        boolean there =
                switch (bench.place().get()) {
                    case Place.Work work -> work.task().equals(task);
                    case Place.Runs runs -> task.equals(runs.task());
                    default -> false;
                };
        if (!there) {
            bench.open(operator, task);
        }
        bench.recorded(event, words);
    }

    private void refuse(Command command, Refused refusal, Consumer<Problem> problem) {
        switch (refusal.code()) {
            case SESSION_OPEN -> {
                if (refusal.open() != null
                        && (command instanceof Command.Start
                                || command instanceof Command.Resume)) {
                    bench.ask(
                            new Dialog.SecondStart(
                                    operator, (Command.OnTask) command, refusal.open()));
                    return;
                }
            }
            case TOLERANCE_EXCEEDED, TASK_DONE -> {
                if (command instanceof Command.OnTask onTask && Commands.approvable(onTask)) {
                    bench.ask(new Dialog.Approve(operator, onTask, refusal));
                    return;
                }
            }
            case CHECKLIST_DUE, NOT_SIGNED_ON -> {
                bench.attendance().sendBack(operator, refusal.code());
                bench.say(Problem.of(refusal, bench.texts()));
                return;
            }
            case RUN_OPEN -> {
                if (refusal.open() != null && command instanceof RunCommand.StartRun start) {
                    // The one in the way is shown: to be finished, or cancelled (SOP-9).
                    bench.toRun(operator, refusal.open(), start.task());
                    bench.say(Problem.of(refusal, bench.texts()));
                    return;
                }
            }
            case SERIAL_UNKNOWN,
                    SERIAL_DONE,
                    QTY_INVALID,
                    CHECKLIST_INCOMPLETE,
                    SIGNED_ON,
                    SOP_NOT_CONFIRMED,
                    RUN_LOCKED,
                    RUN_PAUSED,
                    RUN_ENDED,
                    RUN_NOT_COMPLETED,
                    STEP_NOT_CURRENT,
                    ANSWER_MISSING,
                    REASON_MISSING,
                    NOT_ALLOWED -> {
                // Nothing to ask: the message says what to do.
            }
        }
        problem.accept(Problem.of(refusal, bench.texts()));
    }

    private String words(Event event) {
        Texts texts = bench.texts();
        return switch (event.fact()) {
            case WorkFact.Started started -> texts.text("receipt.started", step(started));
            case WorkFact.Resumed resumed -> texts.text("receipt.resumed", step(resumed));
            case WorkFact.Held held -> texts.text("receipt.held", step(held));
            case WorkFact.Good good -> texts.text("receipt.good", what(good), step(good));
            case WorkFact.Scrapped scrap -> texts.text("receipt.scrap", what(scrap), step(scrap));
            case WorkFact.SessionEnded ended -> texts.text("receipt.ended", step(ended));
            case WorkFact.ShiftEnded ended -> texts.text("receipt.shift");
            case StationFact.StatusSet set ->
                    texts.text("receipt.status", StationWords.status(set.status(), texts));
            case PlanFact.JobReleased released ->
                    texts.text("receipt.job", released.job().ticket());
            case RunFact.RunStarted started -> texts.text("sop.said.started");
            case RunFact.StepChecked checked -> texts.text("sop.said.passed");
            case RunFact.RunPaused paused -> texts.text("sop.said.paused");
            case RunFact.RunCompleted completed -> texts.text("sop.completed");
            case RunFact.RunCancelled cancelled -> texts.text("sop.cancelled");
            case RunFact.RunApproved approved -> texts.text("sop.approved");
            default -> texts.text("receipt.recorded");
        };
    }

    private String what(WorkFact.Counted counted) {
        return counted.serials().size() == 1
                ? counted.serials().getFirst().value()
                : bench.texts().text("number", counted.quantity());
    }

    private String step(WorkFact.OnTask fact) {
        return bench.floor().task(fact.task()).map(TaskWords::step).orElse(fact.task().toString());
    }
}
