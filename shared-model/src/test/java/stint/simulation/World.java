package stint.simulation;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.sync.Keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;

/**
 * One floor on virtual time: benches, a server, and a network between them that loses, repeats,
 * delays and reorders. One thread; the same seed and actions give the same run.
 */
final class World {

    static final String SITE = "SITE";

    private static final long BEGIN = Instant.parse("2025-10-30T08:00:00Z").toEpochMilli();

    /** Time without faults at the end, for everything to arrive by itself (milliseconds). */
    private static final long DRAIN_MS = 180_000;

    /** How long settled work stays at hand. */
    private static final List<Duration> KEEPS =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Keeping.KEEP_DEFAULT);

    /** When benches go on from a base. */
    private static final List<Keeping.Feed> FEEDS =
            List.of(
                    Keeping.Feed.USUAL,
                    new Keeping.Feed(1, 200_000),
                    new Keeping.Feed(20, 15),
                    new Keeping.Feed(1, 40));

    private record Due(long at, long order, Runnable what) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private final Random chance;
    private final Mutant mutant;
    private final @Nullable List<String> history;
    private final Checks checks = new Checks(this);
    private final SimServer server;
    private final List<SimBench> benches = new ArrayList<>();
    private final double loss;
    private final double repeats;
    private final Duration keep;
    private final Keeping.Feed feed;
    private final long delayMax;
    private final int troubleMax;
    private long now;
    private long orders;
    private boolean healed;

    private World(long seed, Plan plan, Mutant mutant, @Nullable List<String> history) {
        this.chance = new Random(seed ^ 0x5DEECE66DL);
        this.mutant = mutant;
        this.history = history;
        loss = chance.nextInt(3) * 0.1;
        repeats = chance.nextInt(3) * 0.1;
        troubleMax = (int) Math.max(1_000, plan.end() / 6);
        keep = KEEPS.get(chance.nextInt(KEEPS.size()));
        feed = FEEDS.get(chance.nextInt(FEEDS.size()));
        delayMax = 1 + chance.nextInt(3) * 700L;
        server = new SimServer(this, chance.nextInt(4) == 0 ? 1000 : 1 + chance.nextInt(20));
        for (int number = 1; number <= plan.benches(); number++) {
            benches.add(new SimBench(this, new StationCode("BENCH-" + number), number));
        }
        server.start();
        if (chance.nextInt(4) > 0) {
            server.plan(Jobs.first(benches));
        } else {
            at(plan.end() / 10, () -> server.plan(Jobs.first(benches)));
        }
        server.backUp();
        benches.forEach(SimBench::start);
        plan.actions().forEach(action -> at(action.at(), () -> befall(action)));
    }

    /**
     * Lets everything happen, then heals all and waits until it must have drained.
     *
     * @param history takes what happens, line by line; absent where nobody wants to know
     * @throws AssertionError when something that must hold does not
     */
    static void run(long seed, Plan plan, Mutant mutant, @Nullable List<String> history) {
        World world = new World(seed, plan, mutant, history);
        world.until(plan.end());
        world.heal();
        world.until(plan.end() + DRAIN_MS);
        world.checks.drained(world.server, world.benches);
    }

    private void until(long end) {
        while (!due.isEmpty() && due.peek().at() <= end) {
            Due next = due.poll();
            now = next.at();
            next.what().run();
        }
        now = end;
    }

    private void heal() {
        tell(() -> "all is healed; nobody taps any more");
        healed = true;
        server.heal();
        benches.forEach(SimBench::heal);
    }

    private void befall(Action action) {
        Random luck = new Random(action.luck());
        SimBench bench = benches.get(action.who() % benches.size());
        switch (action.kind()) {
            case TAP -> bench.tap(luck);
            case POISON -> bench.poison(luck);
            case BENCH_CRASH -> bench.crash(luck);
            case BENCH_RESTART -> bench.restart();
            case BENCH_CRASH_WRITING -> bench.crashAtNextWrite(luck);
            case BENCH_SNAPSHOT -> bench.snapshot();
            case SERVER_SNAPSHOT -> server.snapshot();
            case BENCH_IMAGE -> bench.image();
            case BENCH_FROM_IMAGE -> bench.goOnFromImage(luck);
            case BENCH_REPLACED -> bench.replace(luck);
            case BENCH_JOINS -> join();
            case CLOCK_JUMP -> bench.setWallClock(luck);
            case BENCH_DISK_FULL -> bench.diskFull(luck);
            case PARTITION -> bench.partition(luck);
            case PLAN -> server.plan(Jobs.more(luck));
            case SERVER_CRASH -> server.crash(luck);
            case SERVER_CRASH_WRITING -> server.crashAtNextWrite(luck);
            case SERVER_DISK_FULL -> server.diskFull(luck);
            case SERVER_BACKUP -> server.backUp();
            case SERVER_RESTORE -> server.restore(luck);
        }
    }

    private void join() {
        int number = benches.size() + 1;
        SimBench bench = new SimBench(this, new StationCode("BENCH-" + number), number);
        benches.add(bench);
        bench.start();
    }

    void at(long time, Runnable what) {
        due.add(new Due(Math.max(now, time), orders++, what));
    }

    void after(long millis, Runnable what) {
        at(now + millis, what);
    }

    /** A message on its way; it may never arrive, or twice, or late. */
    void deliver(Runnable message) {
        if (healed) {
            after(1 + chance.nextInt(20), message);
            return;
        }
        if (chance.nextDouble() < loss) {
            return;
        }
        after(1 + chance.nextLong(delayMax), message);
        if (chance.nextDouble() < repeats) {
            after(1 + chance.nextLong(4 * delayMax), message);
        }
    }

    /** Says what happens, if anybody listens. */
    void tell(Supplier<String> line) {
        if (history != null) {
            history.add("%7.3f s  %s".formatted(now / 1000.0, line.get()));
        }
    }

    /** For how long a trouble lasts (milliseconds). */
    int duration(Random luck) {
        return luck.nextInt(troubleMax);
    }

    long now() {
        return now;
    }

    /** True time, which nobody on the floor can read. */
    long trueMillis() {
        return BEGIN + now;
    }

    /** How long replicas keep settled work at hand. */
    Duration keep() {
        return keep;
    }

    /** When benches go on from a base. */
    Keeping.Feed feed() {
        return feed;
    }

    Random chance() {
        return chance;
    }

    Mutant mutant() {
        return mutant;
    }

    Checks checks() {
        return checks;
    }

    SimServer server() {
        return server;
    }

    List<SimBench> benches() {
        return benches;
    }
}
