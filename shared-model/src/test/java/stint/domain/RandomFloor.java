package stint.domain;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.ChecklistKind;
import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.SessionRule;
import stint.domain.event.SopFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Checklist;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.Role;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.sop.WorkSession;
import stint.domain.work.Command;
import stint.domain.work.Decision;
import stint.domain.work.RunCommand;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;
import stint.domain.work.TaskState;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A random floor and what happens on it: operators, benches that come and go from the network, jobs
 * with graphs, every kind of event, wrong ones too. The same seed gives the same history.
 */
final class RandomFloor {

    private static final StationCode LASER = new StationCode("LASER");
    private static final List<String> PEOPLE = List.of("A", "B", "C", "D");

    private final RandomGenerator random;
    private final TestFloor floor;
    private final List<String> benches = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();

    private RandomFloor(RandomGenerator random) {
        this.random = random;
        this.floor = TestFloor.withBenches();
        floor.at("08:00").person("S", Role.SUPERVISOR);
        int count = random.nextInt(1, 5);
        for (int number = 1; number <= count; number++) {
            String bench = "BENCH-" + number;
            benches.add(bench);
            floor.bench(bench, pick(List.of(SecondStartPolicy.values())));
            if (random.nextInt(4) == 0) {
                floor.plan(new PlanFact.StationRegistered(withChecklists(bench)));
            }
        }
        floor.plan(new SopFact.Drafted(Guided.sop(1, 3)));
        floor.plan(new SopFact.Confirmed(Guided.SOP, 1));
        int jobCount = random.nextInt(1, 4);
        for (int number = 1; number <= jobCount; number++) {
            Job job = job("JT%03d".formatted(number));
            jobs.add(job);
            if (random.nextInt(10) > 0) {
                floor.plan(new PlanFact.JobReleased(job));
            }
        }
    }

    private static Station withChecklists(String bench) {
        Checklist.Item oil = new Checklist.Item("oil", Map.of(), true, Checklist.Ask.NUMBER);
        return new Station(new StationCode(bench), SecondStartPolicy.SWITCH)
                .with(new Checklist(List.of(oil)), Checklist.NONE);
    }

    /** A floor on which so many things were tried. */
    static TestFloor of(RandomGenerator random, int attempts) {
        RandomFloor floor = new RandomFloor(random);
        for (int attempt = 0; attempt < attempts; attempt++) {
            floor.step();
        }
        floor.jobs.forEach(job -> {
            if (floor.floor.server().job(job.ticket()).isEmpty()) {
                floor.floor.plan(new PlanFact.JobReleased(job));
            }
        });
        floor.floor.online(floor.benches.toArray(String[]::new));
        return floor.floor;
    }

    private Job job(String ticket) {
        int taskCount = random.nextInt(1, 5);
        List<Task> tasks =
                IntStream.rangeClosed(1, taskCount)
                        .mapToObj(number ->
                                new Task(
                                        new TaskId(ticket, number),
                                        "Task " + number,
                                        pick(List.of(ProcessMode.values()))))
                        .toList();
        List<Job.Edge> edges = new ArrayList<>();
        for (int after = 2; after <= taskCount; after++) {
            edges.add(new Job.Edge(random.nextInt(1, after), after));
            if (after > 2 && random.nextBoolean()) {
                edges.add(new Job.Edge(random.nextInt(1, after), after));
            }
        }
        int target = random.nextInt(1, 12);
        boolean pieces = tasks.stream().anyMatch(task -> task.mode() == ProcessMode.PIECE);
        List<Serial> serials =
                pieces
                        ? IntStream.rangeClosed(1, target).mapToObj(this::serial).toList()
                        : List.of();
        int tolerance = pick(List.of(0, 500, 2000));
        return new Job(
                ticket,
                "Job " + ticket,
                Line.OEM,
                target,
                tolerance,
                tasks,
                edges,
                serials,
                null,
                null);
    }

    private Serial serial(int number) {
        return new Serial("SN%03d".formatted(number));
    }

    /** Something the office says, in any order, wrong ones too. */
    private PlanFact office() {
        String order = "MO-" + random.nextInt(3);
        OperatorCode person = new OperatorCode(pick(PEOPLE));
        LocalDate day = LocalDate.of(2025, 11, random.nextInt(1, 29));
        RoutingGraph graph =
                new RoutingGraph(
                        "R" + random.nextInt(2),
                        "R",
                        List.of(
                                new Operation(
                                        1,
                                        "Cut " + random.nextInt(9),
                                        ProcessMode.BATCH,
                                        "cutting",
                                        null,
                                        random.nextInt(9))),
                        List.of());
        return switch (random.nextInt(11)) {
            case 0 -> new PlanFact.RoutingDrafted(graph);
            case 1 -> new PlanFact.RoutingPublished(graph, random.nextInt(1, 3));
            case 2 ->
                    new PlanFact.ProductDefined(
                            new Product("BAG", "Bag " + random.nextInt(9), null, null, null));
            case 3 ->
                    new PlanFact.SkillsGiven(
                            person, new TreeSet<>(List.of("skill-" + random.nextInt(3))));
            case 4 -> new PlanFact.LimitsSet(new Limits(random.nextInt(1, 200), 100, 7));
            case 5 ->
                    new PlanFact.TaskAssigned(
                            pick(pick(jobs).tasks()).id(),
                            List.of(new Share(person, random.nextInt(1, 9))),
                            random.nextBoolean());
            case 6 ->
                    new PlanFact.OrderPlanned(
                            new ManufacturingOrder(
                                    order,
                                    Line.OEM,
                                    "C",
                                    "BAG",
                                    random.nextInt(1, 900),
                                    null,
                                    day,
                                    day,
                                    null));
            case 7 -> new PlanFact.OrderScheduled(order, day, day.plusDays(3));
            case 9 -> new PlanFact.JobRequested(pick(jobs).ticket(), "P " + random.nextInt(3));
            case 8 -> new PlanFact.OrderStarted(order, pick(jobs).ticket());
            default -> new PlanFact.OrderCancelled(order, "not wanted");
        };
    }

    private void step() {
        floor.pass(pick(List.of(0L, 1L, 1000L, 60_000L, 600_000L, 3_600_000L)));
        String bench = pick(benches);
        switch (random.nextInt(25)) {
            case 20 -> floor.plan(office());
            case 24 -> floor.plan(written());
            case 21, 22, 23 -> attempt(bench, guided());
            case 0 -> floor.offline(bench);
            case 1, 2 -> floor.online(bench);
            case 3 ->
                    floor.clockOff(
                            bench,
                            pick(List.of(0L, 0L, 30_000L, -30_000L, 7_200_000L, -7_200_000L)));
            case 4 -> floor.force(bench, pick(PEOPLE), wild(bench));
            case 5 -> floor.plan(planned());
            default -> attempt(bench, command());
        }
    }

    private void attempt(String bench, Command command) {
        switch (floor.decide(bench, command)) {
            case Decision.Accepted accepted ->
                    floor.force(bench, command.operator().value(), accepted.fact());
            case Decision.Noted noted ->
                    floor.force(bench, command.operator().value(), noted.fact());
            case Decision.Refused refused -> {}
        }
    }

    /** What the office does with its one SOP; often what makes no sense. */
    private SopFact written() {
        int version = random.nextInt(1, 4);
        return switch (random.nextInt(12)) {
            case 0 -> new SopFact.Deleted(Guided.SOP);
            case 1, 2, 3, 4 -> new SopFact.Drafted(Guided.sop(version, random.nextInt(1, 4)));
            default -> new SopFact.Confirmed(Guided.SOP, version);
        };
    }

    private Command guided() {
        OperatorCode who = new OperatorCode(pick(PEOPLE));
        OperatorCode boss = new OperatorCode("S");
        EventId run = anyRun(who);
        String step = Guided.step(random.nextInt(1, 4));
        return switch (random.nextInt(12)) {
            case 0, 1 -> new RunCommand.StartRun(who, Guided.SOP, maybe() ? task() : null);
            case 2, 3, 4, 5 ->
                    new RunCommand.CheckStep(who, run, step, Map.of("mm", maybe() ? "2" : "9"));
            case 6 -> new RunCommand.PauseRun(who, run, "tea");
            case 7 -> new RunCommand.ResumeRun(who, run);
            case 8 -> new RunCommand.CompleteRun(who, run);
            case 9 ->
                    random.nextInt(4) == 0
                            ? new RunCommand.CancelRun(who, run, "wrong bag")
                            : new RunCommand.OverrideStep(boss, run, step, Map.of(), "measured");
            default -> new RunCommand.ApproveRun(boss, anyRun(null), null);
        };
    }

    private EventId anyRun(@Nullable OperatorCode worker) {
        List<EventId> runs =
                floor.server()
                        .sops()
                        .sessions()
                        .filter(run -> worker == null || run.worker().equals(worker))
                        .map(WorkSession::id)
                        .toList();
        return runs.isEmpty() ? anyEvent() : pick(runs);
    }

    private RunFact wildRun() {
        EventId run = maybe() ? anyRun(null) : anyEvent();
        String step = Guided.step(random.nextInt(1, 5));
        return switch (random.nextInt(9)) {
            case 0 -> new RunFact.RunStarted(Guided.SOP, random.nextInt(1, 4), null);
            case 1 -> new RunFact.StepChecked(run, step, Map.of(), List.of());
            case 2 -> new RunFact.StepChecked(run, step, Map.of("mm", "9"), List.of("mm"));
            case 3 -> new RunFact.RunPaused(run, null, maybe() ? reading() : null);
            case 4 -> new RunFact.RunResumed(run);
            case 5 -> new RunFact.RunCompleted(run);
            case 6 -> new RunFact.StepOverridden(run, step, Map.of("mm", "3"), "wild");
            case 7 -> new RunFact.RunApproved(run, List.of(run, anyEvent()), null);
            default -> new RunFact.RunCancelled(run, "wild");
        };
    }

    private Command command() {
        OperatorCode who = new OperatorCode(pick(PEOPLE));
        TaskId task = task();
        int quantity = random.nextInt(1, 5);
        return switch (random.nextInt(20)) {
            case 14 -> new StationCommand.SignOn(who, maybe() ? LASER : null);
            case 15 -> new StationCommand.SubmitChecklist(who, checklist(), Map.of("oil", "3"));
            case 16 -> new StationCommand.SetStatus(who, status(), "blade", null);
            case 17 -> new StationCommand.SignOff(who);
            case 18 ->
                    new StationCommand.CloseSessions(
                            new OperatorCode("S"), List.of(anySignOn()), "went home");
            case 12 -> new Command.SendBack(who, task, List.of(anySerial()), 1, "stitch");
            case 13 ->
                    new Command.Acknowledge(
                            new OperatorCode("S"), "DUPLICATE_SERIAL:" + anyEvent(), "seen");
            case 0, 1 ->
                    new Command.Start(
                            who, task, choice(), random.nextInt(4) == 0 ? anySerial() : null, null);
            case 2 -> new Command.Hold(who, task, "break");
            case 3 -> new Command.Resume(who, task, choice(), null);
            case 4, 5 -> new Command.Complete(who, task, quantity, List.of(), null);
            case 6, 7 -> new Command.Complete(who, task, 0, List.of(anySerial()), null);
            case 8 -> new Command.Scrap(who, task, quantity, List.of(), "stitch");
            case 9 ->
                    random.nextBoolean()
                            ? new Command.EndSession(who, task)
                            : new Command.EndShift(who);
            case 10 -> new Command.Undo(new OperatorCode("S"), anyEvent(), "wrong");
            case 11 ->
                    new Command.Correct(
                            new OperatorCode("S"), anyEvent(), quantity, "counted again");
            default -> new StationCommand.SignOn(who, null);
        };
    }

    /** A fact no bench of ours would record in that place. */
    private Fact wild(String bench) {
        TaskId task = task();
        EventId session = random.nextBoolean() ? anyEvent() : anySession(bench, task);
        OperatorCode about = new OperatorCode(pick(PEOPLE));
        EventId named = session == null ? anyEvent() : session;
        return switch (random.nextInt(21)) {
            case 18, 19 -> wildRun();
            case 20 -> written();
            case 12 -> new StationFact.SignedOn(maybe() ? LASER : null);
            case 13 -> new StationFact.StatusSet(anySignOn(), status(), null, "wild");
            case 14 -> new StationFact.SignedOff(anySignOn());
            case 15 -> new StationFact.Left(anySignOn(), reading());
            case 16 -> new StationFact.Closed(List.of(anySignOn(), anyEvent()), "wild");
            case 17 -> new StationFact.ChecklistSubmitted(anySignOn(), checklist(), Map.of());
            case 0 -> new WorkFact.Started(task, session, null, List.of(), null, null);
            case 1 ->
                    new WorkFact.Resumed(
                            task, session, SecondStart.HOLD, List.of(anyEvent()), null);
            case 2 -> new WorkFact.Completed(task, session, 2, List.of(), null);
            case 3 -> new WorkFact.Passed(task, session, 1, List.of(anySerial()), null);
            case 4 -> new WorkFact.Held(task, session, null);
            case 5 -> new Correction.Voided(anyEvent(), "wild");
            case 6 -> new SessionRule.StaleClosed(task, about, named, Duration.ofHours(1));
            case 7 -> new SessionRule.Abandoned(task, about, named, reading());
            case 8 -> new SessionRule.Reopened(task, about, named, "wild");
            case 9 -> new WorkFact.SentBack(task, session, List.of(anySerial()), 1, "stitch");
            case 10 -> new Acknowledged("AFTER_DONE:" + anyEvent(), "seen");
            default -> new WorkFact.SessionEnded(task, session);
        };
    }

    private TimeReading reading() {
        return floor.feed().get(random.nextInt(floor.feed().size())).clock();
    }

    private PlanFact planned() {
        return random.nextInt(4) == 0
                ? new PlanFact.TaskCancelled(task(), "not wanted")
                : new PlanFact.JobReleased(pick(jobs));
    }

    private @Nullable EventId anySession(String bench, TaskId task) {
        List<Session> sessions =
                floor.replica(bench).task(task).map(TaskState::sessions).orElse(List.of());
        return sessions.isEmpty() ? null : pick(sessions).core().id();
    }

    private EventId anyEvent() {
        List<Event> feed = floor.feed();
        return random.nextInt(20) == 0
                ? new EventId(new StationCode("BENCH-1"), 1, 1 + random.nextInt(50))
                : feed.get(random.nextInt(Math.max(0, feed.size() - 20), feed.size())).id();
    }

    private EventId anySignOn() {
        List<EventId> signedOn =
                floor.feed().stream()
                        .filter(event -> event.fact() instanceof StationFact.SignedOn)
                        .map(Event::id)
                        .toList();
        return signedOn.isEmpty() ? anyEvent() : pick(signedOn);
    }

    private ChecklistKind checklist() {
        return pick(List.of(ChecklistKind.values()));
    }

    private StationStatus status() {
        return pick(List.of(StationStatus.values()));
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private Serial anySerial() {
        return serial(random.nextInt(1, 13));
    }

    private TaskId task() {
        return pick(pick(jobs).tasks()).id();
    }

    private @Nullable SecondStart choice() {
        return random.nextInt(4) == 0 ? null : pick(List.of(SecondStart.values()));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
