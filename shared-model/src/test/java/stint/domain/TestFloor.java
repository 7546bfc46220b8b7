package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.floor.FloorFold;
import stint.domain.office.PlanCommand;
import stint.domain.office.PlanDecision;
import stint.domain.office.Planner;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.domain.work.FloorException;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A floor in memory: a server and benches that each fold what they know, and a clock that tests
 * move. What a bench records reaches the others at once while it is online, else when it comes
 * back.
 */
final class TestFloor {

    static final String TICKET = "JT251030001";

    private static final long DAY = 24L * 60 * 60 * 1000;

    private final FloorFold server = new FloorFold();
    private final List<Event> feed = new ArrayList<>();
    private final Map<String, Bench> benches = new LinkedHashMap<>();
    private long serverSequence;
    private long nowMillis = at(0, "00:00");

    /** Each bench with its own replica, clock and sequence. */
    private final class Bench {

        private final StationCode code;
        private final FloorFold fold = new FloorFold();
        private final List<Event> unsent = new ArrayList<>();
        private Hlc hlc = Hlc.ZERO;
        private long sequence;
        private int pulled;
        private boolean online = true;
        private long offMillis;

        Bench(String code) {
            this.code = new StationCode(code);
        }

        TimeReading clock() {
            return new TimeReading(
                    Instant.ofEpochMilli(nowMillis + offMillis), 420, 1, nowMillis, 0, 0);
        }

        Event record(@Nullable OperatorCode operator, Fact fact) {
            hlc = hlc.next(nowMillis + offMillis);
            sequence++;
            Event event =
                    new Event(
                            new EventId(code, 1, sequence),
                            "SITE",
                            operator,
                            hlc,
                            clock(),
                            pulled,
                            sequence,
                            fact);
            fold.apply(event);
            unsent.add(event);
            return event;
        }

        void pull() {
            for (; pulled < feed.size(); pulled++) {
                Event event = feed.get(pulled);
                fold.apply(event);
                hlc = hlc.hearing(event.hlc(), nowMillis);
            }
        }
    }

    static TaskId task(int sequence) {
        return new TaskId(TICKET, sequence);
    }

    /** Milliseconds of a time of a day; the first day is day 0. */
    private static long at(int day, String time) {
        LocalDateTime local =
                LocalDateTime.parse("2025-10-30T" + (time.length() == 5 ? time + ":00" : time));
        return local.toInstant(ZoneOffset.ofHours(7)).toEpochMilli() + day * DAY;
    }

    /** Operators A to D, supervisor S, and benches that switch on a second start. */
    static TestFloor withBenches(String... codes) {
        TestFloor floor = new TestFloor();
        for (String code : List.of("A", "B", "C", "D")) {
            floor.person(code, Role.OPERATOR);
        }
        floor.person("S", Role.SUPERVISOR);
        for (String code : codes) {
            floor.bench(code, SecondStartPolicy.SWITCH);
        }
        return floor;
    }

    TestFloor bench(String code, SecondStartPolicy policy) {
        benches.put(code, new Bench(code));
        return plan(new PlanFact.StationRegistered(new Station(new StationCode(code), policy)));
    }

    TestFloor person(String code, Role role) {
        return plan(
                new PlanFact.OperatorRegistered(
                        new Operator(
                                new OperatorCode(code), "ช่าง " + code, "th", role, null, null)));
    }

    /** One job whose tasks are all in one mode; in piece mode it has a serial for each piece. */
    TestFloor job(int target, ProcessMode mode, String... tasks) {
        return job(TICKET, target, mode, tasks);
    }

    TestFloor job(String ticket, int target, ProcessMode mode, String... tasks) {
        List<Task> planned =
                IntStream.range(0, tasks.length)
                        .mapToObj(index ->
                                new Task(new TaskId(ticket, index + 1), tasks[index], mode))
                        .toList();
        List<Serial> serials =
                mode == ProcessMode.BATCH
                        ? List.of()
                        : IntStream.rangeClosed(1, target)
                                .mapToObj(number -> new Serial("SN%03d".formatted(number)))
                                .toList();
        List<Job.Edge> chain =
                IntStream.range(1, tasks.length)
                        .mapToObj(number -> new Job.Edge(number, number + 1))
                        .toList();
        return plan(
                new PlanFact.JobReleased(
                        new Job(
                                ticket,
                                "Tote",
                                Line.ATELIER,
                                target,
                                Job.TOLERANCE_DEFAULT,
                                planned,
                                chain,
                                serials,
                                null,
                                null)));
    }

    TestFloor plan(PlanFact fact) {
        serverSequence++;
        Hlc hlc = new Hlc(nowMillis, (int) serverSequence);
        TimeReading clock =
                new TimeReading(Instant.ofEpochMilli(nowMillis), 420, 1, nowMillis, 0, 0);
        store(
                new Event(
                        new EventId(StationCode.SERVER, 1, serverSequence),
                        "SITE",
                        null,
                        hlc,
                        clock,
                        0,
                        0,
                        fact));
        sync();
        return this;
    }

    /** What becomes of something the office asks for; what is accepted is written. */
    PlanDecision office(PlanCommand command) {
        TimeReading now = new TimeReading(Instant.ofEpochMilli(nowMillis), 420, 1, nowMillis, 0, 0);
        PlanDecision decision = Planner.decide(server, command, now);
        if (decision instanceof PlanDecision.Accepted accepted) {
            accepted.facts().forEach(this::plan);
        }
        return decision;
    }

    /** Moves the clock: "08:30", or "1+08:30" for the next day. */
    TestFloor at(String time) {
        int plus = time.indexOf('+');
        nowMillis =
                plus < 0
                        ? at(0, time)
                        : at(Integer.parseInt(time, 0, plus, 10), time.substring(plus + 1));
        return this;
    }

    /** Lets time pass. */
    TestFloor pass(long millis) {
        nowMillis += millis;
        return this;
    }

    /** What a bench's clocks say. */
    TimeReading clock(String bench) {
        return get(bench).clock();
    }

    /** What a bench makes of the floor. */
    FloorFold replica(String bench) {
        return get(bench).fold;
    }

    /** Records a fact nobody decided on, as a bench of another version or a broken one might. */
    Event force(String bench, @Nullable String operator, Fact fact) {
        Event event = get(bench).record(operator == null ? null : new OperatorCode(operator), fact);
        sync();
        return event;
    }

    /** The bench's clocks are off by so much from now on. */
    TestFloor clockOff(String bench, long millis) {
        get(bench).offMillis = millis;
        return this;
    }

    TestFloor offline(String... codes) {
        Arrays.stream(codes).forEach(code -> get(code).online = false);
        return this;
    }

    TestFloor online(String... codes) {
        Arrays.stream(codes).forEach(code -> get(code).online = true);
        sync();
        return this;
    }

    private Bench get(String code) {
        Bench bench = benches.get(code);
        if (bench == null) {
            throw new IllegalArgumentException("no bench " + code);
        }
        return bench;
    }

    private void store(Event event) {
        if (server.apply(event)) {
            feed.add(event);
        }
    }

    private void sync() {
        for (Bench bench : benches.values()) {
            if (bench.online) {
                bench.unsent.forEach(this::store);
                bench.unsent.clear();
            }
        }
        for (Bench bench : benches.values()) {
            if (bench.online) {
                bench.pull();
            }
        }
    }

    Decision decide(String bench, Command command) {
        Bench at = get(bench);
        return Decider.decide(at.fold, command, at.code, at.clock());
    }

    /** Gives a command that must be accepted, and returns its event. */
    Event accept(String bench, Command command) {
        Decision decision = decide(bench, command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Event event = get(bench).record(command.operator(), ((Decision.Accepted) decision).fact());
        sync();
        return event;
    }

    /** Gives a command that must be refused, and returns why. */
    Decision.Refused refuse(String bench, Command command) {
        Decision decision = decide(bench, command);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return (Decision.Refused) decision;
    }

    Event start(String bench, String operator, int task) {
        return accept(bench, starting(operator, task, SecondStart.SWITCH));
    }

    static Command.Start starting(String operator, int task, @Nullable SecondStart choice) {
        return new Command.Start(new OperatorCode(operator), task(task), choice, null, null);
    }

    Event hold(String bench, String operator, int task) {
        return accept(bench, new Command.Hold(new OperatorCode(operator), task(task), "break"));
    }

    Event resume(String bench, String operator, int task) {
        return accept(
                bench,
                new Command.Resume(
                        new OperatorCode(operator), task(task), SecondStart.SWITCH, null));
    }

    Event complete(String bench, String operator, int task, int quantity) {
        return accept(bench, completing(operator, task, quantity));
    }

    static Command.Complete completing(String operator, int task, long quantity) {
        return new Command.Complete(
                new OperatorCode(operator), task(task), quantity, List.of(), null);
    }

    Event completeByLeave(String bench, String operator, int task, int quantity) {
        Approval leave = new Approval(new OperatorCode("S"), "customer wants more");
        return accept(
                bench,
                new Command.Complete(
                        new OperatorCode(operator), task(task), quantity, List.of(), leave));
    }

    Event pieces(String bench, String operator, int task, String... serials) {
        return accept(bench, naming(operator, task, serials));
    }

    static Command.Complete naming(String operator, int task, String... serials) {
        return new Command.Complete(
                new OperatorCode(operator),
                task(task),
                0,
                Arrays.stream(serials).map(Serial::new).toList(),
                null);
    }

    Event scrap(String bench, String operator, int task, int quantity) {
        return accept(
                bench,
                new Command.Scrap(
                        new OperatorCode(operator), task(task), quantity, List.of(), "stitch"));
    }

    Event endSession(String bench, String operator, int task) {
        return accept(bench, new Command.EndSession(new OperatorCode(operator), task(task)));
    }

    Event endShift(String bench, String operator) {
        return accept(bench, new Command.EndShift(new OperatorCode(operator)));
    }

    Event undo(String bench, String operator, Event target) {
        return accept(bench, undoing(operator, target));
    }

    static Command.Undo undoing(String operator, Event target) {
        return new Command.Undo(new OperatorCode(operator), target.id(), "wrong");
    }

    TestFloor cancel(int task) {
        return plan(new PlanFact.TaskCancelled(task(task), "not wanted"));
    }

    /** What the server makes of a task. */
    TaskState state(int task) {
        return server.task(task(task)).orElseThrow();
    }

    /** What a bench makes of it. */
    TaskState stateAt(String bench, int task) {
        return get(bench).fold.task(task(task)).orElseThrow();
    }

    /** The only session of an operator at a task. */
    Session session(String operator, int task) {
        List<Session> sessions = sessions(operator, task);
        assertThat(sessions).hasSize(1);
        return sessions.getFirst();
    }

    List<Session> sessions(String operator, int task) {
        OperatorCode code = new OperatorCode(operator);
        return state(task).sessions().stream()
                .filter(session -> session.core().operator().equals(code))
                .toList();
    }

    List<FloorException.Type> exceptions() {
        return server.exceptions().stream().map(FloorException::type).toList();
    }

    FloorFold server() {
        return server;
    }

    /** Every event, in the order the server stored them. */
    List<Event> feed() {
        return List.copyOf(feed);
    }
}
