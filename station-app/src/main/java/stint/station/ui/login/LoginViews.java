package stint.station.ui.login;

import stint.domain.event.StationCode;
import stint.domain.plan.Operator;
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

    /** Everybody who has a PIN; who began work at this bench last comes first, the rest by name. */
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
        Comparator<Operator> recent =
                Comparator.comparing(
                        operator -> lastHere.getOrDefault(operator.code().value(), Instant.EPOCH));
        return floor.operators().stream()
                .filter(operator -> operator.pinHash() != null)
                .sorted(recent.reversed().thenComparing(Operator::name))
                .toList();
    }
}
