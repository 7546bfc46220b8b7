package stint.simulation;

import stint.simulation.Action.Kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What befalls one floor.
 *
 * @param benches how many there are
 * @param end when it is over (virtual milliseconds)
 * @param actions by time
 */
record Plan(int benches, long end, List<Action> actions) {

    private static final List<Kind> ALWAYS =
            List.of(
                    Kind.PLAN,
                    Kind.POISON,
                    Kind.BENCH_CRASH,
                    Kind.BENCH_RESTART,
                    Kind.BENCH_CRASH_WRITING,
                    Kind.CLOCK_JUMP,
                    Kind.BENCH_DISK_FULL,
                    Kind.PARTITION,
                    Kind.PARTITION,
                    Kind.SERVER_CRASH,
                    Kind.SERVER_CRASH_WRITING,
                    Kind.SERVER_DISK_FULL);

    private static final List<Kind> RESTORES = List.of(Kind.SERVER_BACKUP, Kind.SERVER_RESTORE);

    private static final List<Kind> IMAGES =
            List.of(Kind.BENCH_IMAGE, Kind.BENCH_FROM_IMAGE, Kind.BENCH_REPLACED);

    /** A plan that follows from a seed. */
    static Plan of(long seed) {
        Random random = new Random(seed);
        long end = 10_000L << random.nextInt(7);
        List<Kind> troubles = troubles(random);
        List<Action> actions = new ArrayList<>();
        for (int taps = 20 + random.nextInt(100); taps > 0; taps--) {
            actions.add(action(random, end, Kind.TAP));
        }
        for (int faults = random.nextInt(30); faults > 0; faults--) {
            actions.add(action(random, end, troubles.get(random.nextInt(troubles.size()))));
        }
        for (int kept = random.nextInt(8); kept > 0; kept--) {
            Kind whose = random.nextInt(3) == 0 ? Kind.SERVER_SNAPSHOT : Kind.BENCH_SNAPSHOT;
            actions.add(action(random, end, whose));
        }
        if (random.nextInt(3) == 0) {
            actions.add(
                    new Action(
                            end / 3 + random.nextLong(end / 2),
                            Kind.BENCH_JOINS,
                            0,
                            random.nextLong()));
        }
        actions.sort(Comparator.comparingLong(Action::at));
        return new Plan(1 + random.nextInt(4), end, actions);
    }

    /** A few kinds, often: what goes wrong together is found only where it happens together. */
    private static List<Kind> troubles(Random random) {
        List<Kind> all = new ArrayList<>(ALWAYS);
        Collections.shuffle(all, random);
        List<Kind> some = new ArrayList<>(all.subList(0, 1 + random.nextInt(6)));
        // Both at once may lose for good what neither the disk nor the backup has.
        switch (random.nextInt(3)) {
            case 0 -> some.addAll(RESTORES);
            case 1 -> some.addAll(IMAGES);
            default -> {}
        }
        return some;
    }

    private static Action action(Random random, long end, Kind kind) {
        return new Action(random.nextLong(end), kind, random.nextInt(4), random.nextLong());
    }

    Plan with(List<Action> fewer) {
        return new Plan(benches, end, fewer);
    }
}
