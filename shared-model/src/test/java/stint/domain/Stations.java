package stint.domain;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;
import stint.domain.event.TimeReading;
import stint.domain.plan.ProcessMode;
import stint.domain.station.StationSession;
import stint.domain.station.StationSessions;
import stint.domain.work.StationCommand;
import stint.domain.work.Watch;

/** A floor with two benches and a job, and what people do about their place at the first. */
final class Stations {

    static final String B1 = "BENCH-1";
    static final String B2 = "BENCH-2";
    static final OperatorCode A = new OperatorCode("A");
    static final StationCode BENCH = new StationCode(B1);

    final TestFloor floor = TestFloor.withBenches(B1, B2).job(100, ProcessMode.BATCH, "Cut", "Sew");

    Event signOn(String operator) {
        return floor.accept(B1, new StationCommand.SignOn(new OperatorCode(operator), null));
    }

    void status(String operator, StationStatus status, @Nullable String reason) {
        floor.accept(
                B1, new StationCommand.SetStatus(new OperatorCode(operator), status, reason, null));
    }

    void signOff(String operator) {
        floor.accept(B1, new StationCommand.SignOff(new OperatorCode(operator)));
    }

    StationSessions sessions() {
        return floor.server().stationSessions();
    }

    StationSession latest(String operator) {
        return sessions().latest(new OperatorCode(operator), BENCH).orElseThrow();
    }

    /** The terminal at the first bench is gone, and comes back. */
    void gone(String from, String until) {
        TimeReading lastHeartbeat = floor.at(from).clock(B1);
        floor.at(until);
        Watch.gone(floor.replica(B1), BENCH, lastHeartbeat, floor.clock(B1))
                .forEach(fact -> floor.force(B1, null, fact));
    }
}
