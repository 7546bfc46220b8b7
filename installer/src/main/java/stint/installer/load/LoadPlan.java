package stint.installer.load;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.Command;

import java.util.ArrayList;
import java.util.List;

/**
 * Who works on what: at each bench one operator, on a batch task that never ends.
 *
 * @param run tells this run's codes from those of others on the same server
 */
record LoadPlan(String run) {

    private static final int TARGET = 1_000_000;

    /** Of so many taps two are a pause and its end. */
    private static final int PAUSE_EVERY = 25;

    StationCode station(int bench) {
        return new StationCode("LOAD-" + run + "-" + bench);
    }

    private OperatorCode operator(int bench) {
        return new OperatorCode(run + "-" + bench);
    }

    private TaskId task(int bench) {
        return new TaskId("LOAD" + run + "N" + bench, 1);
    }

    List<PlanFact> facts(int benches) {
        List<PlanFact> facts = new ArrayList<>();
        for (int bench = 1; bench <= benches; bench++) {
            OperatorCode code = operator(bench);
            facts.add(
                    new PlanFact.OperatorRegistered(
                            new Operator(code, code.value(), "en", Role.OPERATOR, null, null)));
            facts.add(
                    new PlanFact.StationRegistered(
                            new Station(station(bench), SecondStartPolicy.SWITCH)));
            facts.add(new PlanFact.JobReleased(job(task(bench))));
        }
        return facts;
    }

    private static Job job(TaskId task) {
        return new Job(
                task.ticket(),
                "Load",
                Line.OEM,
                TARGET,
                0,
                List.of(new Task(task, "Sew", ProcessMode.BATCH)),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** What the operator of a bench taps: starts, then one piece after the other, with pauses. */
    Command tap(int bench, int number) {
        OperatorCode who = operator(bench);
        TaskId task = task(bench);
        if (number == 0) {
            return new Command.Start(who, task, null, null, null);
        }
        return switch (number % PAUSE_EVERY) {
            case 0 -> new Command.Hold(who, task, "break");
            case 1 -> new Command.Resume(who, task, null, null);
            default -> new Command.Complete(who, task, 1, List.of(), null);
        };
    }
}
