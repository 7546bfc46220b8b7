package stint.domain.work;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.station.StationSession;

import java.util.List;
import java.util.Optional;

/**
 * What an operator who comes back to a bench left unfinished (ST-6).
 *
 * @param station their last station session there, when it is still open or the terminal was gone:
 *     its status says since when
 * @param work their open sessions, on whatever task; one that is held says since when and why
 */
public record Unfinished(Optional<StationSession> station, List<Session> work) {

    /** Looks it up. The bench may be any; work is found wherever it was left. */
    public static Unfinished of(FloorView floor, OperatorCode operator, StationCode bench) {
        Optional<StationSession> last =
                floor.stationSessions()
                        .latest(operator, bench)
                        .filter(session -> session.open() || session.abandoned());
        return new Unfinished(last, floor.openSessions(operator));
    }

    /** Whether there is nothing to offer. */
    public boolean isEmpty() {
        return work.isEmpty() && station.filter(StationSession::open).isEmpty();
    }
}
