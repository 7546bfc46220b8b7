package stint.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.TimeReading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Floor time runs on the monotonic clock, whatever somebody does to the wall clock (SY-3). */
class SystemClocksTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final HandSet wall = new HandSet(NOON, ZoneOffset.ofHoursMinutes(5, 30));
    private final Ticks ticks = new Ticks(7, 1_000);
    private final SystemClocks clocks = new SystemClocks(wall, ticks);

    @Test
    void SY_3_a_jump_of_the_wall_clock_moves_the_offset_and_not_the_floor_time() {
        pass(Duration.ofMinutes(1));
        wall.now = wall.now.minus(Duration.ofHours(3));

        TimeReading reading = clocks.read();

        assertThat(reading.time()).isEqualTo(NOON.plusSeconds(60));
        assertThat(reading.offsetMillis()).isEqualTo(Duration.ofHours(3).toMillis());
        assertThat(reading.monotonicMillis()).isEqualTo(61_000);
        assertThat(reading.zoneOffsetMinutes()).isEqualTo(330);
    }

    @Test
    void the_server_sets_the_floor_time_by_half_the_round_trip() {
        clocks.heard(NOON.plusSeconds(40), Duration.ofMillis(200));

        assertThat(clocks.read().time()).isEqualTo(NOON.plusSeconds(40).plusMillis(100));
        assertThat(clocks.read().errorMillis()).isEqualTo(100);
    }

    @Test
    void the_better_answer_stays_until_drift_has_made_it_worse() {
        clocks.heard(NOON.plusSeconds(40), Duration.ofMillis(20));
        clocks.heard(NOON.plusSeconds(90), Duration.ofSeconds(2));
        assertThat(clocks.read().time()).isEqualTo(NOON.plusSeconds(40).plusMillis(10));

        Duration untilWorse = Duration.ofHours(6);
        pass(untilWorse);
        assertThat(clocks.read().errorMillis()).isGreaterThan(1_000);
        clocks.heard(NOON.plus(untilWorse).plusSeconds(90), Duration.ofSeconds(2));

        assertThat(clocks.read().time()).isEqualTo(NOON.plus(untilWorse).plusSeconds(91));
    }

    @Test
    void a_restarted_program_goes_on_in_the_boot_s_floor_time() {
        clocks.heard(NOON.plusSeconds(40), Duration.ofMillis(20));
        TimeReading last = clocks.read();
        pass(Duration.ofMinutes(5));
        wall.now = wall.now.plus(Duration.ofDays(1));

        SystemClocks restarted = new SystemClocks(wall, ticks);
        restarted.resume(last);

        assertThat(restarted.read().time())
                .isEqualTo(last.time().plus(Duration.ofMinutes(5)))
                .isEqualTo(last.time().plus(restarted.read().since(last, true)));
    }

    @Test
    void another_boot_s_reading_says_nothing_about_this_one() {
        TimeReading foreign =
                new TimeReading(NOON.minus(Duration.ofDays(9)), 0, 8, 10, 77_000, 5_000);

        clocks.resume(foreign);

        assertThat(clocks.read().time()).isEqualTo(NOON);
    }

    @Test
    void a_run_whose_clock_reads_a_little_less_than_the_last_one_s_goes_on_from_there() {
        TimeReading last = clocks.read();
        SystemClocks restarted = new SystemClocks(wall, new Ticks(7, last.monotonicMillis() - 10));

        restarted.resume(last);

        assertThat(restarted.read().monotonicMillis()).isEqualTo(last.monotonicMillis());
        assertThat(restarted.read().time()).isEqualTo(last.time());
    }

    @Test
    void this_machine_s_own_clocks_run_forward_within_one_boot() {
        SystemClocks real = new SystemClocks();
        TimeReading before = real.read();

        SystemClocks restarted = new SystemClocks();
        restarted.resume(before);
        TimeReading after = restarted.read();

        assertThat(after.monotonicMillis()).isGreaterThanOrEqualTo(before.monotonicMillis());
        assertThat(Duration.between(before.time(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    private void pass(Duration time) {
        wall.now = wall.now.plus(time);
        ticks.millis += time.toMillis();
    }

    /** A wall clock that somebody sets. */
    private static final class HandSet extends Clock {
        private final ZoneId zone;
        private Instant now;

        HandSet(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new HandSet(now, other);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A monotonic clock that passes when told. */
    private static final class Ticks implements Monotonic {
        private final long boot;
        private long millis;

        Ticks(long boot, long millis) {
            this.boot = boot;
            this.millis = millis;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public long boot() {
            return boot;
        }
    }
}
