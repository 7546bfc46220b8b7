package stint.station.ui.login;

import stint.domain.event.StationCode;
import stint.domain.plan.Operator;
import stint.domain.station.StationSession;
import stint.domain.station.StationSessions;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is offered at login: a pure function of the floor. */
final class LoginViews {

    private LoginViews() {}

    /**
     * Everybody who has a PIN; who is signed on at this bench comes first, then who was or began
     * work here last, the rest by name.
     */
    static List<Operator> people(FloorView floor, StationCode station) {
        Map<String, Instant> lastHere = new HashMap<>();
        for (TaskState task : floor.tasks()) {
            for (Session session : task.sessions()) {
                if (session.core().station().equals(station)) {
                    lastHere.merge(
                            session.core().operator().value(),
                            session.core().startedAt(),
                            (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
        StationSessions sessions = floor.stationSessions();
        for (StationSession session : sessions.at(station)) {
            lastHere.merge(
                    session.operator().value(),
                    session.openedAt(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        Comparator<Operator> here =
                Comparator.comparing(operator -> sessions.of(operator.code(), station).isEmpty());
        Comparator<Operator> recent =
                Comparator.comparing(
                        operator -> lastHere.getOrDefault(operator.code().value(), Instant.EPOCH));
        return floor.operators().stream()
                .filter(operator -> operator.pinHash() != null)
                .sorted(here.thenComparing(recent.reversed()).thenComparing(Operator::name))
                .toList();
    }
}
