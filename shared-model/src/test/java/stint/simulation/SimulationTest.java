package stint.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.LongStream;

/**
 * Many floors with all kinds of trouble (SYNC "Proof"). {@code -Dseeds=100000} tries more, {@code
 * -Dseed=N} begins with another one.
 */
class SimulationTest {

    private static final long SEED = Long.getLong("seed", 1);
    private static final int SEEDS = Integer.getInteger("seeds", 1_000);

    /** Each mistake must be noticed within so many seeds. */
    private static final int MUTANT_SEEDS = 500;

    @Test
    void SY_3_EV_4_whatever_befalls_a_floor_nothing_is_lost_or_counted_twice_and_all_agree() {
        LongStream.range(SEED, SEED + SEEDS)
                .forEach(seed ->
                        Trial.failing(seed, Mutant.NONE)
                                .ifPresent(failure -> fail(Trial.report(seed, failure))));
    }

    /** What they found is in {@code docs/simulation.md}. */
    @ParameterizedTest
    @ValueSource(longs = {2385, 3040, 5277, 24190, 62835, 89048})
    void SY_3_seeds_that_found_something_find_nothing_more(long seed) {
        Trial.failing(seed, Mutant.NONE).ifPresent(failure -> fail(Trial.report(seed, failure)));
    }

    @ParameterizedTest
    @EnumSource(value = Mutant.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aMistakeIsNoticed(Mutant mutant) {
        long caught =
                LongStream.rangeClosed(1, MUTANT_SEEDS)
                        .filter(seed -> Trial.failing(seed, mutant).isPresent())
                        .findFirst()
                        .orElse(0);
        assertThat(caught).as("the first seed that notices %s", mutant).isPositive();
    }
}
