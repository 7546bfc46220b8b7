package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.floor.FloorFold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A fold that puts settled tasks away, or goes on from an export, is in the same state as one that
 * keeps all (EV-4). A failure names its seed; {@code -Dseed=N} replays it, {@code -Dfloors=N} tries
 * more.
 */
class PutAwayTest {

    private static final int FLOORS = Integer.getInteger("floors", 150);
    private static final long SEED = Long.getLong("seed", 20_251_031L);
    private static final int ATTEMPTS = 150;
    private static final List<Duration> KEEPS =
            List.of(Duration.ZERO, Duration.ofMinutes(20), Duration.ofHours(8));

    @Test
    void EV_4_what_was_put_away_comes_back_when_a_late_event_or_a_correction_speaks_of_it() {
        long asked = 0;
        for (int number = 0; number < FLOORS; number++) {
            long seed = SEED + number;
            Random random = new Random(seed);
            TestFloor floor = RandomFloor.of(random, ATTEMPTS);
            List<String> expected = ReplicaTest.text(floor.server());
            for (Duration keep : KEEPS) {
                ListHistory history = new ListHistory(floor.feed());
                FloorFold fold = new FloorFold(history, keep);
                disorder(floor.feed(), random).forEach(fold::apply);
                assertThat(ReplicaTest.text(fold)).as(replay(seed)).isEqualTo(expected);
                asked += history.asked();
            }
        }
        assertThat(asked).as("how often the history was asked").isGreaterThan(FLOORS);
    }

    @Test
    void EV_4_a_fold_goes_on_from_an_export_as_if_it_had_never_stopped() {
        for (int number = 0; number < FLOORS; number++) {
            long seed = SEED + number;
            Random random = new Random(seed);
            TestFloor floor = RandomFloor.of(random, ATTEMPTS);
            List<Event> delivery = disorder(floor.feed(), random);
            int cut = random.nextInt(delivery.size());
            FloorFold keeping = new FloorFold();
            ListHistory history = new ListHistory(floor.feed());
            FloorFold puttingAway = new FloorFold(history, Duration.ofMinutes(20));
            delivery.subList(0, cut).forEach(keeping::apply);
            delivery.subList(0, cut).forEach(puttingAway::apply);
            FloorFold kept = FloorFold.of(keeping.export());
            FloorFold loaded = FloorFold.of(puttingAway.export(), history, Duration.ofMinutes(20));
            assertThat(ReplicaTest.text(kept))
                    .as(replay(seed))
                    .isEqualTo(ReplicaTest.text(keeping));
            assertThat(ReplicaTest.text(loaded))
                    .as(replay(seed))
                    .isEqualTo(ReplicaTest.text(keeping));
            for (Event event : delivery.subList(cut, delivery.size())) {
                kept.apply(event);
                loaded.apply(event);
            }
            List<String> expected = ReplicaTest.text(floor.server());
            assertThat(ReplicaTest.text(kept)).as(replay(seed)).isEqualTo(expected);
            assertThat(ReplicaTest.text(loaded)).as(replay(seed)).isEqualTo(expected);
        }
    }

    @Test
    void EV_4_a_fold_says_before_it_takes_events_that_it_may_have_to_ask() {
        long asked = 0;
        long needless = 0;
        for (int number = 0; number < FLOORS; number++) {
            long seed = SEED + number;
            Random random = new Random(seed);
            TestFloor floor = RandomFloor.of(random, ATTEMPTS);
            List<Event> delivery = disorder(floor.feed(), random);
            ListHistory history = new ListHistory(floor.feed());
            FloorFold fold = new FloorFold(history, KEEPS.get(number % KEEPS.size()));
            for (int from = 0; from < delivery.size(); ) {
                int to = Math.min(delivery.size(), from + 1 + random.nextInt(10));
                List<Event> page = delivery.subList(from, to);
                long before = history.asked();
                boolean may = fold.mayAsk(page);
                page.forEach(fold::apply);
                fold.upToDate();
                assertThat(may || history.asked() == before)
                        .as("%s, page from %d", replay(seed), from)
                        .isTrue();
                asked += history.asked() - before;
                needless += may && history.asked() == before ? 1 : 0;
                from = to;
            }
        }
        assertThat(asked).as("how often it asked").isGreaterThan(FLOORS);
        assertThat(needless).as("how often it need not have been tried").isPositive();
    }

    /** Mostly in order, as benches deliver; some of it long after. */
    static List<Event> disorder(List<Event> feed, Random random) {
        List<Event> inOrder = new ArrayList<>(feed);
        inOrder.sort(Event.CANONICAL);
        List<Event> late = new ArrayList<>();
        inOrder.removeIf(event -> random.nextInt(6) == 0 && late.add(event));
        Collections.shuffle(late, random);
        for (Event event : late) {
            inOrder.add(random.nextInt(inOrder.size() + 1), event);
        }
        return inOrder;
    }

    private static String replay(long seed) {
        return "replay with -Dtest=PutAwayTest -Dfloors=1 -Dseed=" + seed;
    }
}
