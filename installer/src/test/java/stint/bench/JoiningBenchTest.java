package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.Interceptor;
import okhttp3.Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.domain.work.FloorView;
import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.station.core.FailureCodes;
import stint.station.core.Outcome;
import stint.station.core.StationCore;
import stint.station.core.SyncReport;
import stint.station.sync.Link;
import stint.station.sync.SyncClient;
import stint.sync.Bench;
import stint.sync.HistoryElsewhereException;
import stint.sync.Keeping;
import stint.sync.SyncPort;
import stint.sync.SyncRound;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A bench that joins a site with a long past, over real HTTP and on real disks. {@code -Djobs=4000}
 * makes the past longer: 50 events a job.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class JoiningBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(JoiningBenchTest.class);

    private static final int BENCHES = 4;
    private static final int JOBS = Integer.getInteger("jobs", 400);
    private static final int FEW_JOBS = 120;
    private static final int PIECES = 48;
    private static final OperatorCode BOSS = new OperatorCode("S");
    private static final Keeping.Feed SHORT = new Keeping.Feed(1_000, 1_000_000);

    @TempDir Path directory;

    private Site site;
    private Instant latest = Instant.now();

    /** A bench with its journals and nothing around it, at a time that is said. */
    private final class Post implements Clocks, AutoCloseable {

        private final StationCode code;
        private final Bench bench;
        private final SyncClient client;
        private Instant now = latest;
        private long received;
        private long heldMillis;

        Post(String name, Keeping.Feed feed) throws IOException {
            code = new StationCode(name);
            Path home = directory.resolve(name);
            bench =
                    new Bench(
                            code,
                            "SITE",
                            this,
                            Journal.open(home.resolve("own"), JournalOptions.forBench()),
                            Journal.open(home.resolve("feed"), JournalOptions.forBench()),
                            new Keeping(Snapshots.NONE, Keeping.KEEP_DEFAULT, feed));
            client = new SyncClient(new Link(site.uri(), null), code, this::count);
        }

        private Response count(Interceptor.Chain chain) throws IOException {
            Response response = chain.proceed(chain.request());
            byte[] body = response.peekBody(Long.MAX_VALUE).bytes();
            received += body.length;
            return response;
        }

        @Override
        public TimeReading read() {
            return new TimeReading(now, 0, 1, now.toEpochMilli(), 0, 0);
        }

        @Override
        public void heard(Instant serverTime, Duration roundTrip) {}

        @Override
        public void resume(TimeReading last) {}

        Event tap(Command command) throws IOException {
            TimeReading reading = read();
            Decision decision = Decider.decide(bench.floor(), command, code, reading);
            assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
            return bench.record(
                    bench.lastCommand() + 1,
                    command.operator(),
                    ((Decision.Accepted) decision).fact(),
                    reading);
        }

        /** The bench, and how long a step of the round holds it at most. */
        private SyncPort timed() {
            return (SyncPort)
                    Proxy.newProxyInstance(
                            SyncPort.class.getClassLoader(),
                            new Class<?>[] {SyncPort.class},
                            (proxy, step, what) -> {
                                long began = System.nanoTime();
                                Object answer = step.invoke(bench, what);
                                long millis = (System.nanoTime() - began) / 1_000_000;
                                heldMillis = Math.max(heldMillis, millis);
                                return answer;
                            });
        }

        void sync() throws IOException {
            SyncRound round = new SyncRound(timed());
            Optional<SyncRound.Request> next = round.next();
            while (next.isPresent()) {
                round.answered(client.ask(next.get()), Duration.ZERO);
                next = round.next();
            }
            assertThat(round.problem()).isNull();
        }

        List<String> text() {
            return JoiningBenchTest.text(bench.floor().view());
        }

        @Override
        public void close() {
            client.close();
            bench.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(directory.resolve("site"));
        List<PlanFact> plan = new ArrayList<>();
        for (int number = 1; number <= BENCHES; number++) {
            plan.add(person(operator(number), Role.OPERATOR));
        }
        plan.add(person(BOSS, Role.SUPERVISOR));
        for (int number = 1; number <= JOBS; number++) {
            plan.add(new PlanFact.JobReleased(job("JT" + number)));
        }
        site.plan(plan);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static List<String> text(FloorView view) {
        List<String> text = new ArrayList<>();
        view.tasks().forEach(task -> text.add(task.toString()));
        view.exceptions().forEach(exception -> text.add(exception.toString()));
        text.add(view.operators().toString());
        return text;
    }

    private static OperatorCode operator(int number) {
        return new OperatorCode("A" + number);
    }

    private static PlanFact person(OperatorCode code, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(code, code.value(), "en", role, null, null));
    }

    private static Job job(String ticket) {
        TaskId task = new TaskId(ticket, 1);
        return new Job(
                ticket,
                "Tote",
                Line.OEM,
                PIECES,
                Job.TOLERANCE_DEFAULT,
                List.of(new Task(task, "Sew", ProcessMode.BATCH)),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** Months of work at all benches; the first completed piece of each. */
    private List<EventId> past(int jobs) throws IOException {
        List<EventId> firsts = new ArrayList<>();
        List<Post> benches = new ArrayList<>();
        for (int number = 1; number <= BENCHES; number++) {
            benches.add(new Post("BENCH-" + number, Keeping.Feed.ALL));
            benches.getLast().sync();
        }
        for (int job = 1; job <= jobs; job++) {
            int number = 1 + (job - 1) % BENCHES;
            Post bench = benches.get(number - 1);
            EventId first = work(bench, operator(number), new TaskId("JT" + job, 1));
            if (job <= BENCHES) {
                firsts.add(first);
            }
            bench.now = bench.now.plus(Duration.ofHours(20));
            latest = bench.now;
            if (job % (5 * BENCHES) == 0) {
                for (Post one : benches) {
                    one.sync();
                }
            }
        }
        for (Post one : benches) {
            one.sync();
            one.close();
        }
        return firsts;
    }

    private static EventId work(Post bench, OperatorCode who, TaskId task) throws IOException {
        bench.tap(new Command.Start(who, task, null, null, null));
        EventId first = null;
        for (int piece = 0; piece < PIECES; piece++) {
            bench.now = bench.now.plus(Duration.ofMinutes(1));
            EventId id = bench.tap(new Command.Complete(who, task, 1, List.of(), null)).id();
            first = first == null ? id : first;
        }
        if (!bench.bench.floor().openSessions(who).isEmpty()) {
            bench.tap(new Command.EndSession(who, task));
        }
        return Objects.requireNonNull(first);
    }

    @Test
    void SY_2_a_new_bench_knows_all_without_reading_all() throws Exception {
        List<EventId> firsts = past(JOBS);
        try (Post reader = new Post("READER", Keeping.Feed.ALL)) {
            long began = System.nanoTime();
            reader.sync();
            long readMillis = (System.nanoTime() - began) / 1_000_000;
            long last = reader.bench.cursor().position();
            assertThat(last).isGreaterThan(20_000);
            Post joiner = new Post("JOINER", SHORT);
            began = System.nanoTime();
            joiner.sync();
            long joinMillis = (System.nanoTime() - began) / 1_000_000;
            LOG.warn(
                    "{} events: read {} bytes in {} ms, joined with {} bytes in {} ms, held for {}"
                            + " ms",
                    last,
                    reader.received,
                    readMillis,
                    joiner.received,
                    joinMillis,
                    joiner.heldMillis);
            assertThat(joiner.text()).isEqualTo(reader.text());
            assertThat(joiner.bench.cursor()).isEqualTo(reader.bench.cursor());
            assertThat(joiner.received).isLessThan(reader.received / 2);

            joiner = corrected(joiner, reader, firsts.getFirst());
            site.stopServer();
            Command undo = new Command.Undo(BOSS, firsts.getLast(), "wrong");
            Post offline = joiner;
            long unsent = offline.bench.unsentCount();
            assertThatThrownBy(() -> offline.tap(undo))
                    .isInstanceOfSatisfying(
                            HistoryElsewhereException.class, e -> offline.bench.want(e.query()));
            assertThat(offline.bench.unsentCount()).as("nothing was recorded").isEqualTo(unsent);
            site.restartServer();
            for (int tries = 0; tries < 5 && offline.bench.unsentCount() == unsent; tries++) {
                offline.sync();
                tapped(offline, undo);
            }
            offline.sync();
            reader.sync();
            assertThat(offline.text()).isEqualTo(reader.text());
            offline.close();
        }
    }

    @Test
    void SY_1_SY_2_a_real_bench_joins_by_itself_and_says_when_a_command_needs_the_server()
            throws Exception {
        EventId old = past(FEW_JOBS).getFirst();
        List<String> all;
        try (StationCore core = site.bench("JOINER", false)) {
            assertThat(synced(core).pulled()).as("events it had to read").isLessThan(100);
            assertThat(text(core.state().floor())).isEqualTo(text(site.floor()));
            assertThat(get(core.sessions(operator(1), 1_000, 0)))
                    .as("what it keeps for queries")
                    .hasSize(FEW_JOBS / BENCHES);
            site.stopServer();
            Command undo = new Command.Undo(BOSS, old, "wrong");
            assertThat(get(core.submit(core.newCommand(), undo)))
                    .isEqualTo(new Outcome.Failed(FailureCodes.OLD_WORK));
            site.restartServer();
            SyncReport _ = synced(core);
            Outcome done = get(core.submit(core.newCommand(), undo));
            for (int tries = 0; tries < 5 && done instanceof Outcome.Failed; tries++) {
                SyncReport _ = synced(core);
                done = get(core.submit(core.newCommand(), undo));
            }
            assertThat(done).isInstanceOf(Outcome.Recorded.class);
            SyncReport _ = synced(core);
            all = text(core.state().floor());
            assertThat(all).isEqualTo(text(site.floor()));
        }
        site.stopServer();
        try (StationCore core = site.bench("JOINER", false)) {
            assertThat(text(core.state().floor())).as("started without a server").isEqualTo(all);
        }
    }

    private static SyncReport synced(StationCore core) throws Exception {
        SyncReport report = get(core.syncNow());
        assertThat(report.problem()).isNull();
        return report;
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Once what it needs was fetched, it goes. */
    private static void tapped(Post bench, Command command) throws IOException {
        try {
            bench.tap(command);
        } catch (HistoryElsewhereException e) {
            bench.bench.want(e.query());
        }
    }

    /** Somebody takes back a piece of months ago: both must come to the same. */
    private Post corrected(Post joiner, Post reader, EventId target) throws Exception {
        reader.tap(new Command.Undo(BOSS, target, "wrong"));
        reader.sync();
        joiner.sync();
        assertThat(joiner.text()).isEqualTo(reader.text());
        joiner.close();
        Post again = new Post("JOINER", SHORT);
        assertThat(again.text()).as("started anew").isEqualTo(reader.text());
        assertThat(again.bench.cursor()).isEqualTo(reader.bench.cursor());
        return again;
    }
}
