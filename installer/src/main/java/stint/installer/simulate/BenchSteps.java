package stint.installer.simulate;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.Histories;
import stint.domain.work.Session;
import stint.installer.scenario.Step;
import stint.station.core.Outcome;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What people do at the benches, and what the benches say to it. One run, one thread. */
final class BenchSteps {

    private final Floor floor;
    private final BiConsumer<Step, String> differs;
    private final Map<String, EventId> recorded = new HashMap<>();

    /**
     * @param differs hears what is not as the file says
     */
    BenchSteps(Floor floor, BiConsumer<Step, String> differs) {
        this.floor = floor;
        this.differs = differs;
    }

    /** The events that the steps with an id recorded. */
    Map<String, EventId> recorded() {
        return recorded;
    }

    void take(Step.AtStation step) {
        Bench bench = floor.bench(step.station());
        if (isDown(step, bench)) {
            return;
        }
        Command command =
                switch (step) {
                    case Step.Work work -> work.command();
                    case Step.Later later -> lookUp(later, bench.floor());
                };
        if (command != null) {
            long before = bench.unsent();
            judge(step, bench, before, submit(step, bench, command));
        }
    }

    /** Whether a bench can't be asked, which no scenario means. */
    boolean isDown(Step step, Bench bench) {
        if (!bench.running()) {
            differs.accept(step, bench.code() + " is down: it crashed and was not rebooted");
        }
        return !bench.running();
    }

    private static Outcome submit(Step.AtStation step, Bench bench, Command command) {
        int taps = step instanceof Step.Work work ? work.taps() : 1;
        Outcome outcome = bench.submit(command, taps);
        boolean asked =
                outcome instanceof Outcome.Refused(var refusal)
                        && refusal.code() == Refusal.SESSION_OPEN
                        && bench.station().secondStart() == SecondStartPolicy.SWITCH;
        Command confirmed = asked ? Confirmation.withSwitch(command) : null;
        return confirmed != null && step.head().refused() != Refusal.SESSION_OPEN
                ? bench.submit(confirmed, taps)
                : outcome;
    }

    /** The command that is meant, by what the bench has; none when it has no such thing. */
    private @Nullable Command lookUp(Step.Later step, FloorView known) {
        return switch (step) {
            case Step.TakeBack taken -> {
                EventId target = target(step, taken.step());
                yield target == null
                        ? null
                        : new Command.Undo(taken.operator(), target, "taken back");
            }
            case Step.Correct correct -> {
                EventId target = target(step, correct.step());
                yield target == null
                        ? null
                        : new Command.Correct(
                                correct.operator(), target, correct.quantity(), "counted again");
            }
            case Step.Reopen reopen -> reopen(reopen, known);
            case Step.Acknowledge looked -> acknowledge(looked, known);
        };
    }

    private @Nullable EventId target(Step step, String id) {
        EventId target = recorded.get(id);
        if (target == null) {
            differs.accept(step, "nothing was recorded by the step \"" + id + "\"");
        }
        return target;
    }

    private @Nullable Command reopen(Step.Reopen step, FloorView known) {
        EventId session =
                Histories.ofTask(known, step.task()).reversed().stream()
                        .filter(Session.Completed.class::isInstance)
                        .map(Session::core)
                        .filter(core -> core.operator().equals(step.of()))
                        .map(Session.Core::id)
                        .findFirst()
                        .orElse(null);
        if (session == null) {
            differs.accept(step, step.of() + " has no closed session of " + step.task());
            return null;
        }
        return new Command.Reopen(step.operator(), step.task(), session, "still at it");
    }

    private @Nullable Command acknowledge(Step.Acknowledge step, FloorView known) {
        String key =
                known.exceptions().stream()
                        .filter(exception -> exception.open() && exception.type() == step.type())
                        .map(FloorException::key)
                        .findFirst()
                        .orElse(null);
        if (key == null) {
            differs.accept(step, step.station() + " knows of no open " + step.type());
            return null;
        }
        return new Command.Acknowledge(step.operator(), key, step.remark());
    }

    private void judge(Step step, Bench bench, long before, Outcome outcome) {
        Step.Head head = step.head();
        switch (outcome) {
            case Outcome.Recorded done -> {
                if (head.id() != null) {
                    recorded.put(head.id(), done.event().id());
                }
                if (head.refused() != null) {
                    differs.accept(
                            step,
                            "expected the refusal " + head.refused() + ", and it was recorded");
                }
            }
            case Outcome.Refused(var refusal) -> {
                if (refusal.code() != head.refused()) {
                    differs.accept(
                            step,
                            (head.refused() == null ? "" : "expected " + head.refused() + ", and ")
                                    + bench.code()
                                    + " refused it with "
                                    + refusal.code()
                                    + (refusal.allowed() > 0
                                            ? ", allowed " + refusal.allowed()
                                            : ""));
                } else if (head.allowed() >= 0 && head.allowed() != refusal.allowed()) {
                    differs.accept(
                            step,
                            "expected allowed "
                                    + head.allowed()
                                    + ", it says "
                                    + refusal.allowed());
                }
                if (bench.unsent() != before) {
                    differs.accept(step, "it was refused, and recorded all the same");
                }
            }
            case Outcome.Failed failed ->
                    differs.accept(step, bench.code() + " could not record it: " + failed.code());
        }
    }
}
