package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static stint.domain.Stations.A;
import static stint.domain.Stations.B1;
import static stint.domain.Stations.B2;
import static stint.domain.Stations.BENCH;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationStatus;
import stint.domain.plan.ProcessMode;
import stint.domain.station.Counters;
import stint.domain.station.StationSession.Cause;
import stint.domain.station.StationSessions;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.StationCommand;

import java.util.List;

/** DOMAIN §8: counters, the supervisor, and what the board says (ST-7, BD-1). */
class StationCountersTest {

    private final Stations stations = new Stations();
    private final TestFloor floor = stations.floor;

    @Test
    void ST_7_counters_are_what_was_made_here_by_this_operator_meanwhile() {
        floor.at("08:00").complete(B1, "A", 1, 1);
        stations.signOn("A");
        stations.signOn("B");
        floor.complete(B1, "A", 1, 3);
        floor.complete(B1, "B", 1, 5);
        floor.complete(B2, "A", 1, 7);
        floor.scrap(B2, "A", 1, 2);
        floor.at("08:30").complete(B1, "A", 2, 10);
        Event scrapped = floor.scrap(B1, "A", 2, 4);
        floor.accept(B1, new Command.Correct(new OperatorCode("S"), scrapped.id(), 3, "counted"));
        floor.endShift(B1, "A");
        stations.signOff("A");
        floor.at("09:00").complete(B1, "A", 1, 20);

        assertThat(stations.latest("A").counters()).isEqualTo(new Counters(13, 3));
        assertThat(stations.latest("B").counters()).isEqualTo(new Counters(5, 0));
        stations.signOn("A");
        assertThat(stations.latest("A").counters()).isEqualTo(new Counters(0, 0));
    }

    @Test
    void ST_7_a_serial_counts_once_wherever_it_was_named_first() {
        TestFloor pieces = TestFloor.withBenches(B1, B2).job(5, ProcessMode.PIECE, "Sew");
        pieces.at("08:00").accept(B1, new StationCommand.SignOn(A, null));
        pieces.offline(B2);
        pieces.at("08:10").pieces(B2, "B", 1, "SN001");
        pieces.at("08:20").pieces(B1, "A", 1, "SN001", "SN002");
        assertThat(made(pieces)).isEqualTo(2);
        pieces.online(B2);

        assertThat(made(pieces)).isEqualTo(1);
    }

    private static long made(TestFloor floor) {
        return floor.server().stationSessions().latest(A, BENCH).orElseThrow().counters().good();
    }

    @Test
    void ST_7_a_supervisor_closes_any_or_all_open_sessions() {
        Event a = stations.signOn("A");
        Event b = stations.signOn("B");
        Event other = floor.accept(B2, new StationCommand.SignOn(new OperatorCode("C"), null));
        List<stint.domain.event.EventId> all = List.of(a.id(), b.id(), other.id());
        assertThat(floor.refuse(B2, new StationCommand.CloseSessions(A, all, "mine")).code())
                .isEqualTo(Refusal.NOT_ALLOWED);
        floor.accept(
                B2, new StationCommand.CloseSessions(new OperatorCode("S"), all, "shift over"));

        assertThat(stations.sessions().all())
                .hasSize(3)
                .allSatisfy(session -> {
                    assertThat(session.end().cause()).isEqualTo(Cause.SUPERVISOR);
                    assertThat(session.end().by()).isEqualTo(new OperatorCode("S"));
                    assertThat(session.end().reason()).isEqualTo("shift over");
                });
        assertThat(
                        floor.refuse(
                                        B2,
                                        new StationCommand.CloseSessions(
                                                new OperatorCode("S"), all, "again"))
                                .code())
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void ST_7_what_a_bench_that_did_not_know_of_the_close_records_counts_and_moves_the_end() {
        floor.at("08:00");
        Event on = stations.signOn("A");
        floor.offline(B1);
        floor.at("10:00")
                .accept(
                        B2,
                        new StationCommand.CloseSessions(
                                new OperatorCode("S"), List.of(on.id()), "forgotten"));
        floor.at("11:00").complete(B1, "A", 1, 6);
        floor.endShift(B1, "A");
        floor.at("12:00");
        stations.signOff("A");
        floor.online(B1);

        assertThat(stations.latest("A").end().cause()).isEqualTo(Cause.SUPERVISOR);
        assertThat(stations.latest("A").end().at()).isEqualTo(on.time().plusSeconds(4 * 3600));
        assertThat(stations.latest("A").counters()).isEqualTo(new Counters(6, 0));
    }

    @Test
    void ST_7_nobody_leaves_while_their_work_runs_here() {
        stations.signOn("A");
        Event started = floor.start(B1, "A", 1);
        assertThat(floor.refuse(B1, new StationCommand.SignOff(A)).open()).isEqualTo(started.id());
        floor.endShift(B1, "A");
        stations.signOff("A");
    }

    @Test
    void BD_1_a_station_does_what_its_busiest_operator_does_and_stops_when_all_have_left() {
        floor.at("08:00");
        stations.signOn("A");
        Event b = stations.signOn("B");
        floor.at("08:10");
        stations.status("A", StationStatus.PRODUCTION, null);
        assertThat(stations.sessions().standing(BENCH).orElseThrow().status())
                .isEqualTo(StationStatus.PRODUCTION);
        floor.at("09:00");
        stations.signOff("A");
        assertThat(stations.sessions().standing(BENCH).orElseThrow().status())
                .isEqualTo(StationStatus.STOPPED);
        floor.at("09:10");
        stations.status("B", StationStatus.SETUP, null);
        floor.at("10:00");
        stations.signOff("B");

        StationSessions.Standing left = stations.sessions().standing(BENCH).orElseThrow();
        assertThat(left.status()).isEqualTo(StationStatus.STOPPED);
        assertThat(left.since()).isEqualTo(b.time().plusSeconds(7200));
        assertThat(left.open()).isEmpty();
    }
}
