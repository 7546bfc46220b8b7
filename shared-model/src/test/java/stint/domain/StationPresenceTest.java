package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.Stations.A;
import static stint.domain.Stations.B1;
import static stint.domain.Stations.B2;
import static stint.domain.Stations.BENCH;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.plan.Reason;
import stint.domain.station.StationSession;
import stint.domain.station.StationSession.Cause;
import stint.domain.work.FloorException;
import stint.domain.work.Session;
import stint.domain.work.Unfinished;

import java.time.Duration;
import java.util.Map;

/** DOMAIN §8: a terminal that was gone, and coming back (ST-5, ST-6). */
class StationPresenceTest {

    private final Stations stations = new Stations();
    private final TestFloor floor = stations.floor;

    @Test
    void ST_5_a_terminal_that_was_gone_closes_its_sessions_as_of_its_last_heartbeat() {
        floor.at("08:00");
        Event on = stations.signOn("A");
        stations.status("A", StationStatus.PRODUCTION, null);
        floor.start(B1, "A", 1);
        stations.gone("09:00", "09:05");

        StationSession session = stations.latest("A");
        assertThat(session.end().cause()).isEqualTo(Cause.ABANDONED);
        assertThat(session.abandoned()).isTrue();
        assertThat(session.end().at()).isEqualTo(on.time().plusSeconds(3600));
        assertThat(session.status()).isEqualTo(StationStatus.STOPPED);
        assertThat(session.timeline().getLast().note()).isEqualTo(StationSession.AUTO_ABANDON);
        assertThat(session.statusSince()).isEqualTo(on.time().plusSeconds(3600));
        assertThat(((Session.Paused) floor.session("A", 1)).since())
                .isEqualTo(on.time().plusSeconds(3600));
        assertThat(floor.exceptions()).containsOnly(FloorException.Type.AUTO_ABANDON).hasSize(2);
    }

    @Test
    void ST_5_only_the_bench_itself_can_tell_that_its_terminal_was_gone() {
        floor.at("08:00");
        Event on = stations.signOn("A");
        floor.at("12:00").force(B2, null, new StationFact.Left(on.id(), on.clock()));
        floor.plan(new PlanFact.ReasonDefined(new Reason("x", Reason.Kind.HOLD, Map.of())));

        assertThat(stations.latest("A").open()).isTrue();
    }

    @Test
    void ST_6_a_terminal_that_is_back_within_five_minutes_loses_no_station_session() {
        floor.at("08:00");
        stations.signOn("A");
        stations.status("A", StationStatus.SETUP, null);
        stations.gone("09:00", "09:04:59");

        assertThat(stations.latest("A").open()).isTrue();
        assertThat(stations.latest("A").status()).isEqualTo(StationStatus.SETUP);
        assertThat(Unfinished.of(floor.replica(B1), A, BENCH).station().orElseThrow().open())
                .isTrue();
    }

    @Test
    void ST_6_the_operator_is_offered_what_was_held_since_when_and_why() {
        floor.at("08:00");
        stations.signOn("A");
        floor.start(B1, "A", 1);
        stations.gone("09:00", "1+07:00");

        Unfinished left = Unfinished.of(floor.replica(B1), A, BENCH);
        assertThat(left.station().orElseThrow().abandoned()).isTrue();
        assertThat(left.work()).hasSize(1);
        Session.Paused held = (Session.Paused) left.work().getFirst();
        assertThat(held.reason()).isEqualTo(StationSession.AUTO_ABANDON);
        assertThat(Duration.between(held.core().startedAt(), held.since()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Unfinished.of(floor.replica(B1), new OperatorCode("B"), BENCH).isEmpty())
                .isTrue();
    }
}
