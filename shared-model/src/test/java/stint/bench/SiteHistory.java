package stint.bench;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The history of a busy site, event by event in canonical order, as benches would have recorded it:
 * 80 operators at 60 benches, some 7,000 events a day, a new job released whenever one is done. The
 * same seed gives the same history.
 */
public final class SiteHistory {

    private static final int OPERATORS = 80;
    private static final int BENCHES = 60;
    private static final int JOBS = 800;
    private static final int PIECES = 125;
    private static final int MILLIS_PER_EVENT = 24_600;
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    private final SplittableRandom random;
    private final Deque<Event> ready = new ArrayDeque<>();
    private final List<StationCode> benches = new ArrayList<>();
    private final long[] sequences = new long[BENCHES + 1];
    private final List<Worker> workers = new ArrayList<>();
    private final List<SiteJob> jobs = new ArrayList<>();
    private int released;
    private long millis = BEGIN.toEpochMilli();

    /** What an operator is at, as their bench knows it. */
    private static final class Worker {
        final OperatorCode code;
        int bench;
        @Nullable SiteJob job;
        int task;
        @Nullable EventId session;
        boolean paused;
        @Nullable Event last;

        Worker(OperatorCode code, int bench) {
            this.code = code;
            this.bench = bench;
        }
    }

    /** The history that belongs to a seed. */
    public SiteHistory(long seed) {
        random = new SplittableRandom(seed);
        for (int number = 0; number < BENCHES; number++) {
            StationCode code = new StationCode("BENCH-" + (number + 1));
            benches.add(code);
            server(new PlanFact.StationRegistered(new Station(code, SecondStartPolicy.SWITCH)));
        }
        for (int number = 0; number < OPERATORS; number++) {
            OperatorCode code = new OperatorCode("W%03d".formatted(number));
            server(
                    new PlanFact.OperatorRegistered(
                            new Operator(
                                    code, "Worker " + number, "th", Role.OPERATOR, null, null)));
            workers.add(new Worker(code, number % BENCHES));
        }
        for (int number = 0; number < JOBS; number++) {
            release(number);
        }
    }

    private void release(int place) {
        SiteJob job = new SiteJob(++released, PIECES);
        if (place < jobs.size()) {
            jobs.set(place, job);
        } else {
            jobs.add(job);
        }
        server(new PlanFact.JobReleased(job.plan));
    }

    /** The next event. */
    public Event next() {
        while (ready.isEmpty()) {
            step(workers.get(random.nextInt(OPERATORS)));
        }
        return ready.poll();
    }

    /** The tasks that are not done at this point of the history. */
    public int openTasks() {
        return jobs.stream().mapToInt(SiteJob::openTasks).sum();
    }

    /** The pieces of the jobs that are not done at this point of the history. */
    public int tokens() {
        return jobs.size() * PIECES;
    }

    private void step(Worker worker) {
        SiteJob job = worker.job;
        if (job == null || job.isDone(worker.task)) {
            worker.job = null;
            worker.session = null;
            start(worker);
            return;
        }
        if (worker.paused) {
            worker.paused = false;
            record(
                    worker,
                    new WorkFact.Resumed(task(worker), worker.session, null, List.of(), null));
            return;
        }
        int dice = random.nextInt(1000);
        if (dice < 40) {
            worker.paused = true;
            record(worker, new WorkFact.Held(task(worker), worker.session, "break"));
        } else if (dice < 60) {
            worker.paused = true;
            record(worker, new WorkFact.ShiftEnded());
        } else if (dice < 80) {
            record(worker, new WorkFact.SessionEnded(task(worker), worker.session));
            worker.job = null;
            worker.session = null;
        } else if (dice < 120) {
            start(worker);
        } else if (dice < 140) {
            record(
                    worker,
                    new WorkFact.Scrapped(task(worker), worker.session, 1, List.of(), "stitch"));
        } else if (dice < 142 && worker.last != null) {
            undo(worker, job, worker.last);
        } else {
            complete(worker, job);
        }
    }

    private void start(Worker worker) {
        for (int attempt = 0; attempt < 20; attempt++) {
            SiteJob job = jobs.get(random.nextInt(JOBS));
            int task = random.nextInt(SiteJob.TASKS);
            if (job != worker.job && job.ready(task) > 0) {
                if (random.nextInt(20) == 0 && worker.session == null) {
                    worker.bench = random.nextInt(BENCHES);
                }
                List<EventId> leaving =
                        worker.session == null ? List.of() : List.of(worker.session);
                SecondStart second = worker.session == null ? null : SecondStart.SWITCH;
                worker.job = job;
                worker.task = task;
                worker.paused = false;
                worker.session =
                        record(
                                        worker,
                                        new WorkFact.Started(
                                                task(worker), null, second, leaving, null, null))
                                .id();
                return;
            }
        }
    }

    private void complete(Worker worker, SiteJob job) {
        int task = worker.task;
        int available = job.ready(task);
        if (available <= 0) {
            start(worker);
            return;
        }
        if (SiteJob.isByPiece(task)) {
            Serial serial = job.next(task);
            worker.last =
                    record(
                            worker,
                            new WorkFact.Completed(
                                    task(worker), worker.session, 1, List.of(serial), null));
            job.made(task, 1);
        } else {
            int quantity = Math.min(available, 1 + random.nextInt(20));
            record(
                    worker,
                    new WorkFact.Completed(
                            task(worker), worker.session, quantity, List.of(), null));
            job.made(task, quantity);
        }
        if (job.isDone(task)) {
            workers.stream()
                    .filter(other -> other.job == job && other.task == task)
                    .forEach(other -> {
                        other.job = null;
                        other.session = null;
                        other.paused = false;
                    });
        }
        if (job.isDone()) {
            release(jobs.indexOf(job));
        }
    }

    private void undo(Worker worker, SiteJob job, Event last) {
        if (last.fact() instanceof WorkFact.Completed made && made.task().equals(task(worker))) {
            record(worker, new Correction.Voided(last.id(), "dropped"));
            job.made(worker.task, -1);
            job.again(worker.task, made.serials().getFirst());
        }
        worker.last = null;
    }

    private static stint.domain.event.TaskId task(Worker worker) {
        return worker.job.tasks.get(worker.task);
    }

    private Event record(Worker worker, Fact fact) {
        return record(worker.bench, benches.get(worker.bench), worker.code, fact);
    }

    private void server(PlanFact fact) {
        record(BENCHES, StationCode.SERVER, null, fact);
    }

    private Event record(
            int place, StationCode station, @Nullable OperatorCode operator, Fact fact) {
        millis += 1 + random.nextInt(MILLIS_PER_EVENT);
        long sequence = ++sequences[place];
        Event event =
                new Event(
                        new EventId(station, 1, sequence),
                        "SITE",
                        operator,
                        new Hlc(millis, 0),
                        new TimeReading(Instant.ofEpochMilli(millis), 420, 1, millis, 0, 0),
                        0,
                        sequence,
                        fact);
        ready.add(event);
        return event;
    }
}
