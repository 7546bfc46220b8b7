package stint.simulation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One seed's run, and the shortest story of its failure. */
final class Trial {

    private static final int SHRINK_RUNS_MAX = 400;
    private static final int HISTORY_LINES_MAX = 150;

    private Trial() {}

    /** What is wrong with a seed's run; empty when nothing is. */
    static Optional<Throwable> failing(long seed, Mutant mutant) {
        return failing(seed, Plan.of(seed), mutant, null);
    }

    private static Optional<Throwable> failing(
            long seed, Plan plan, Mutant mutant, @Nullable List<String> history) {
        try {
            World.run(seed, plan, mutant, history);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** How to see it again, and what happened, with everything left out that need not happen. */
    static String report(long seed, Throwable failure) {
        return report(seed, failure, Mutant.NONE);
    }

    static String report(long seed, Throwable failure, Mutant mutant) {
        Plan plan = shrunk(seed, mutant);
        List<String> history = new ArrayList<>();
        Throwable last = failing(seed, plan, mutant, history).orElse(failure);
        int first = Math.max(0, history.size() - HISTORY_LINES_MAX);
        StringBuilder text = new StringBuilder();
        text.append("seed ").append(seed).append(" fails: ").append(failure.getMessage());
        text.append("\nreplay: mvn -pl shared-model -am test -Dtest=SimulationTest")
                .append(" -Dsurefire.failIfNoSpecifiedTests=false -Dseeds=1 -Dseed=")
                .append(seed);
        text.append("\nshrunk to ").append(plan.actions().size()).append(" actions:\n");
        history.subList(first, history.size()).forEach(line -> text.append(line).append('\n'));
        text.append(last);
        for (StackTraceElement frame : last.getStackTrace()) {
            if (frame.getClassName().startsWith("stint.")) {
                text.append("\n\tat ").append(frame);
            }
        }
        return text.toString();
    }

    private static Plan shrunk(long seed, Mutant mutant) {
        Plan plan = Plan.of(seed);
        int runs = 0;
        for (int size = plan.actions().size(); size > 0; size /= 2) {
            int from = 0;
            while (from < plan.actions().size() && runs < SHRINK_RUNS_MAX) {
                List<Action> fewer = new ArrayList<>(plan.actions());
                fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
                runs++;
                if (failing(seed, plan.with(fewer), mutant, null).isPresent()) {
                    plan = plan.with(fewer);
                } else {
                    from += size;
                }
            }
        }
        return plan;
    }
}
