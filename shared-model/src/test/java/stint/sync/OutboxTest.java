package stint.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class OutboxTest {

    private final Outbox outbox = new Outbox();

    @Test
    void SY_2_what_counts_as_sent_is_the_servers_mark() {
        outbox.recorded(1, 5);
        assertThat(outbox.next()).contains(new Outbox.Next(1, 1, 5));
        outbox.acknowledged(1, 3);

        assertThat(outbox.next()).contains(new Outbox.Next(1, 4, 5));
        assertThat(outbox.unsent()).isEqualTo(2);
    }

    @Test
    void SY_3_a_restored_server_lowers_its_mark_and_is_sent_the_rest_again() {
        outbox.recorded(1, 5);
        outbox.acknowledged(1, 5);
        assertThat(outbox.next()).isEmpty();
        outbox.acknowledged(1, 2);

        assertThat(outbox.next()).contains(new Outbox.Next(1, 3, 5));
    }

    @Test
    void EV_2_an_older_epoch_is_sent_first() {
        outbox.recorded(1, 2);
        outbox.recorded(2, 4);
        outbox.acknowledged(2, 4);

        assertThat(outbox.next()).contains(new Outbox.Next(1, 1, 2));
    }

    @Test
    void SY_3_a_mark_beyond_what_exists_hides_nothing_recorded_later() {
        outbox.recorded(1, 5);
        outbox.acknowledged(1, 9);
        outbox.recorded(1, 6);

        assertThat(outbox.next()).contains(new Outbox.Next(1, 6, 6));
    }

    @Test
    void waits_grow_to_the_cap_and_never_beyond() {
        Backoff backoff =
                new Backoff(new Random(1), Duration.ofMillis(500), Duration.ofSeconds(15));
        Duration longest = Duration.ZERO;
        for (int failure = 0; failure < 100; failure++) {
            Duration wait = backoff.afterFailure();
            assertThat(wait).isBetween(Duration.ofMillis(250), Duration.ofSeconds(15));
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        assertThat(longest).isGreaterThan(Duration.ofSeconds(7));
        backoff.succeeded();
        assertThat(backoff.afterFailure()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
