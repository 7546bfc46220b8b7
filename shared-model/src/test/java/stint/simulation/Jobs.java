package stint.simulation;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What the office plans. */
final class Jobs {

    static final List<String> PEOPLE = List.of("A", "B", "C");
    static final String SUPERVISOR = "S";
    static final int TASKS = 3;
    static final int PIECES = 8;

    private static final List<String> TICKETS = List.of("JT1", "JT2", "JT3");

    private Jobs() {}

    static List<PlanFact> first(List<SimBench> benches) {
        List<PlanFact> facts = new ArrayList<>();
        PEOPLE.forEach(code -> facts.add(person(code, Role.OPERATOR)));
        facts.add(person(SUPERVISOR, Role.SUPERVISOR));
        for (SimBench bench : benches) {
            SecondStartPolicy policy =
                    SecondStartPolicy.values()[facts.size() % SecondStartPolicy.values().length];
            facts.add(new PlanFact.StationRegistered(new Station(bench.code(), policy)));
        }
        facts.add(new PlanFact.JobReleased(job("JT1", 500)));
        facts.add(new PlanFact.JobReleased(job("JT2", 0)));
        return facts;
    }

    static List<PlanFact> more(Random luck) {
        return luck.nextBoolean()
                ? List.of(new PlanFact.JobReleased(job("JT3", luck.nextInt(3) * 1000)))
                : List.of(new PlanFact.TaskCancelled(task(luck), "not wanted"));
    }

    private static PlanFact person(String code, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(new OperatorCode(code), code, "en", role, null, null));
    }

    private static Job job(String ticket, int tolerance) {
        List<Task> tasks =
                IntStream.rangeClosed(1, TASKS)
                        .mapToObj(number ->
                                new Task(
                                        new TaskId(ticket, number),
                                        "Task " + number,
                                        number == 2 ? ProcessMode.PIECE : ProcessMode.BATCH))
                        .toList();
        return new Job(
                ticket,
                "Job " + ticket,
                Line.OEM,
                PIECES,
                tolerance,
                tasks,
                List.of(new Job.Edge(1, 2), new Job.Edge(2, 3)),
                IntStream.rangeClosed(1, PIECES).mapToObj(Jobs::serial).toList(),
                null,
                null);
    }

    static Serial serial(int number) {
        return new Serial("SN%03d".formatted(number));
    }

    static TaskId task(Random luck) {
        return new TaskId(TICKETS.get(luck.nextInt(TICKETS.size())), 1 + luck.nextInt(TASKS));
    }
}
