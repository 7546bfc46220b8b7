package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.event.TrustFact;
import stint.domain.plan.StationTrust;
import stint.domain.plan.StationUse;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Whom the site trusts, as everybody reads it from the server's log (SY-4). */
class TrustTest {

    private static final String BENCH = "BENCH-1";
    private static final StationCode NEW = new StationCode("BENCH-9");
    private static final Instant UNTIL = Instant.parse("2025-10-30T02:00:00Z");

    private final TestFloor floor = TestFloor.withBenches(BENCH).at("08:00");

    private StationTrust trust() {
        return floor.server().trust(NEW).orElseThrow();
    }

    private void offer(String codeMac) {
        floor.plan(new TrustFact.EnrolmentOffered(NEW, StationUse.BENCH, codeMac, UNTIL, "S"));
    }

    private void enrol(String key, EventId offer) {
        floor.plan(new TrustFact.StationEnrolled(NEW, StationUse.BENCH, key, offer, "BENCH-9"));
    }

    private EventId offered() {
        return Objects.requireNonNull(trust().offer()).event();
    }

    @Test
    void SY_4_an_offer_makes_nobody_trusted_and_holds_until_its_time() {
        offer("mac");

        assertThat(trust().key()).isNull();
        assertThat(trust().revoked()).isFalse();
        assertThat(trust().offerAt(UNTIL.minusMillis(1)))
                .hasValueSatisfying(open -> assertThat(open.codeMac()).isEqualTo("mac"));
        assertThat(trust().offerAt(UNTIL)).isEmpty();
        assertThat(floor.server().trust()).containsExactly(trust());
    }

    @Test
    void SY_4_enrolling_uses_the_offer_up_and_only_that_one() {
        offer("first");
        EventId first = offered();
        enrol("key-1", first);

        assertThat(trust().key()).isEqualTo("key-1");
        assertThat(trust().offer()).isNull();
        assertThat(trust().since()).isEqualTo(floor.clock(BENCH).wall());

        offer("second");
        EventId second = offered();
        enrol("key-2", first);
        assertThat(offered()).isEqualTo(second);
    }

    @Test
    void SY_4_a_new_key_voids_the_one_before_and_a_key_that_comes_back_is_no_longer_void() {
        offer("mac");
        enrol("key-1", offered());
        enrol("key-2", new EventId(StationCode.SERVER, 1, 1));
        assertThat(trust().voided()).containsExactly("key-1");

        enrol("key-1", new EventId(StationCode.SERVER, 1, 1));
        assertThat(trust().key()).isEqualTo("key-1");
        assertThat(trust().voided()).containsExactly("key-2");
    }

    @Test
    void SY_4_a_revoked_station_has_no_key_no_offer_and_a_reason_until_it_enrols_anew() {
        offer("mac");
        enrol("key-1", offered());
        offer("spare");
        floor.pass(Duration.ofMinutes(5).toMillis());
        floor.plan(new TrustFact.StationRevoked(NEW, "stolen", "S"));

        assertThat(trust().revoked()).isTrue();
        assertThat(trust().reason()).isEqualTo("stolen");
        assertThat(trust().offer()).isNull();
        assertThat(trust().since()).isEqualTo(floor.clock(BENCH).wall());

        offer("again");
        enrol("key-2", offered());
        assertThat(trust().revoked()).isFalse();
        assertThat(trust().reason()).isNull();
        assertThat(trust().voided()).containsExactly("key-1");
    }

    @Test
    void SY_4_revoking_a_station_that_never_enrolled_leaves_nothing_to_revoke() {
        offer("mac");
        floor.plan(new TrustFact.StationRevoked(NEW, "typed wrong", "S"));

        assertThat(trust().revoked()).isFalse();
        assertThat(trust().offer()).isNull();
    }

    @Test
    void SY_4_what_a_bench_writes_into_its_own_log_makes_nobody_trusted() {
        floor.force(
                BENCH,
                null,
                new TrustFact.StationEnrolled(
                        NEW,
                        StationUse.BENCH,
                        "key",
                        new EventId(StationCode.SERVER, 1, 1),
                        BENCH));

        assertThat(floor.server().trust(NEW)).isEmpty();
        assertThat(floor.server().trust()).isEmpty();
    }
}
